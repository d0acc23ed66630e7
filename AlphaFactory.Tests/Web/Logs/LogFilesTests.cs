using AlphaFactory.Web.Configuration;
using AlphaFactory.Web.Logs;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Tests.Web.Logs;

public sealed class LogFilesTests : IDisposable
{
    private const string Secret = "hunter2-hunter2";
    private static readonly Func<ILogger, string, IDisposable?> RunScope = LoggerMessage.DefineScope<string>("Run {RunId}");
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-logs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Planted_secrets_never_reach_the_file()
    {
        Write(logger =>
        {
            LogText(logger, $"connecting with Host=db;Password={Secret}");
            LogText(logger, $"only the word {Secret}");
            LogText(logger, "pass phrase: pass_phrase=correct-horse-battery");
            LogText(logger, "header Authorization: Bearer af_0123456789abcdef_secretsecret");
            LogText(logger, "token af_0123456789abcdef made");
            LogFault(logger, new InvalidOperationException($"bad login Password={Secret}"));
        });

        string all = string.Concat(Directory.EnumerateFiles(Path.Join(_folder, "logs")).Select(File.ReadAllText));
        foreach (string planted in (string[])[Secret, "correct-horse-battery", "secretsecret", "0123456789abcdef"])
        {
            Assert.DoesNotContain(planted, all);
        }

        Assert.Equal(6, (await Reader().ReadAsync(new LogFilter(), default)).Count);
    }

    [Fact]
    public async Task Lines_come_back_newest_first_and_filtered_by_level_text_and_run()
    {
        Write(logger =>
        {
            LogText(logger, "first");
            using (RunScope(logger, "abc123"))
            {
                LogText(logger, "inside the run");
            }

            LogFault(logger, new InvalidOperationException("broken axle"));
        });

        var all = await Reader().ReadAsync(new LogFilter(), default);
        Assert.Equal(["failed", "inside the run", "first"], all.Select(line => line.Text));
        Assert.Equal("inside the run", Assert.Single(await Reader().ReadAsync(new LogFilter(Run: "abc123"), default)).Text);
        Assert.Contains("broken axle", Assert.Single(await Reader().ReadAsync(new LogFilter(Level: "error"), default)).Error);
        Assert.Single(await Reader().ReadAsync(new LogFilter(Text: "AXLE"), default));
        Assert.Single(await Reader().ReadAsync(new LogFilter(Take: 1), default));
    }

    [Fact]
    public async Task A_file_with_a_line_cut_off_is_read_around_it()
    {
        Directory.CreateDirectory(Path.Join(_folder, "logs"));
        await File.WriteAllTextAsync(Path.Join(_folder, "logs", "alphafactory-20250101.log"), """{"time":"2025-01-01T00:00:00Z","level":"info","text":"whole"}""" + "\n{\"time\":\"2025-0\n");
        await File.WriteAllTextAsync(Path.Join(_folder, "logs", "alphafactory-20250101_001.log"), """{"time":"2025-01-01T01:00:00Z","level":"info","text":"later"}""");
        Assert.Equal(["later", "whole"], (await Reader().ReadAsync(new LogFilter(), default)).Select(line => line.Text));
    }

    private LogReader Reader() => new(Path.Join(_folder, "logs"));

    private void Write(Action<ILogger> write)
    {
        var settings = SettingsLoader.Load([("AlphaFactory:DataDirectory", _folder), ("ConnectionStrings:Postgres", $"Host=db;Password={Secret}")]);
        using var factory = LoggerFactory.Create(logging => logging.AddLogFiles(settings));
        write(factory.CreateLogger<LogFilesTests>());
    }

    private static void LogText(ILogger logger, string text) => logger.Log(LogLevel.Information, default, text, null, (state, _) => state);

    private static void LogFault(ILogger logger, Exception fault) => logger.Log(LogLevel.Error, default, "failed", fault, (state, _) => state);
}
