using System.Text.Json;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Verbs;

namespace AlphaFactory.Tests.Web.Verbs;

public sealed class TearsheetVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-tearsheet-").FullName;

    public static TheoryData<string> Series => [.. StatisticsOracle.Root.GetProperty("series").EnumerateObject().Select(series => series.Name)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Series))]
    public async Task Json_holds_every_key_of_the_reference_with_its_value(string series)
    {
        var run = await RunAsync("tearsheet", "--returns", StatisticsOracle.ReturnsPath, "--column", series, "--benchmark", "benchmark", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Compare(StatisticsOracle.Reference(series), JsonDocument.Parse(run.Output).RootElement.GetProperty("statistics"), series);
    }

    [Fact]
    public async Task What_is_undefined_is_null_and_has_a_reason()
    {
        var run = await RunAsync("tearsheet", "--returns", Write("r\n0.01\n0.01\n"), "--column", "r", "--json");
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
        var root = JsonDocument.Parse(run.Output).RootElement;
        var undefined = root.GetProperty("undefined");
        Assert.Equal("daily returns do not vary", undefined.GetProperty("sharpe_ddof1").GetString());
        foreach (var entry in root.GetProperty("statistics").EnumerateObject().Where(entry => entry.Name != "deflated_sharpe"))
        {
            Assert.Equal(entry.Value.ValueKind == JsonValueKind.Null, undefined.TryGetProperty(entry.Name, out _));
        }
    }

    [Fact]
    public async Task Stated_trials_add_a_deflated_Sharpe_ratio()
    {
        var run = await RunAsync("tearsheet", "--returns", StatisticsOracle.ReturnsPath, "--column", "benchmark", "--trials", "37", "--json");
        var cases = JsonDocument.Parse(run.Output).RootElement.GetProperty("statistics").GetProperty("deflated_sharpe").EnumerateObject().ToArray();
        Assert.Equal(4, cases.Length);
        Assert.Equal(37, cases[^1].Value.GetProperty("trials").GetInt32());
    }

    [Fact]
    public async Task Without_json_the_figures_are_a_table()
    {
        var run = await RunAsync("tearsheet", "--returns", Write("date,r\n2024-01-02,0.01\n2024-01-03,-0.02\n"), "--column", "r");
        Assert.Equal(0, run.Code);
        Assert.Contains("max_drawdown ", run.Output, StringComparison.Ordinal);
        Assert.Contains("- (fewer than 3 days)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 2, "--trials is 0 but must be 1 or more")]
    [InlineData("1", 1, "Line 3, r: \"x\" is not a number.")]
    public async Task What_cannot_be_done_is_said_and_nothing_is_printed(string trials, int code, string message)
    {
        var run = await RunAsync("tearsheet", "--returns", Write("r\n0.01\nx\n"), "--column", "r", "--trials", trials, "--json");
        Assert.Equal((code, ""), (run.Code, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static void Compare(JsonElement expected, JsonElement actual, string path)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject())
                {
                    Assert.True(actual.TryGetProperty(property.Name, out var value), $"{path} has no {property.Name}");
                    Compare(property.Value, value, $"{path}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                for (int i = 0; i < expected.GetArrayLength(); i++)
                {
                    Compare(expected[i], actual[i], $"{path}[{i}]");
                }

                break;
            case JsonValueKind.Null:
                Assert.Equal(JsonValueKind.Null, actual.ValueKind);
                break;
            default:
                Near.Equal(expected.GetDouble(), actual.GetDouble(), what: path);
                break;
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string text)
    {
        string path = Path.Join(_folder, "returns.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
