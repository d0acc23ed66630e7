using System.Text.Json;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Columns;
using AlphaFactory.Core.Statistics.Sheets;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics;

/// <summary>Every key of the reference, whichever there are, against values computed apart from this code, to 1e-9.</summary>
public sealed class ReferenceStatisticsTests
{
    public static TheoryData<string> Names => StatisticsOracle.SeriesNames;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_of_the_reference_is_met(string series)
    {
        var run = StatisticsOracle.Run(series);
        var sheet = ReturnSheet.Of(run);
        int met = 0;
        foreach (var expected in StatisticsOracle.Reference(series).EnumerateObject())
        {
            switch (expected.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    Assert.Equal("deflated_sharpe", expected.Name);
                    CheckDeflated(run, expected.Value);
                    break;
                case JsonValueKind.Array:
                    CheckColumn(expected, sheet.Columns);
                    break;
                default:
                    CheckMeasure(expected, sheet.Measures);
                    break;
            }

            met++;
        }

        Assert.True(met >= 70, $"only {met} keys");
    }

    private static void CheckMeasure(JsonProperty expected, IReadOnlyDictionary<string, Measure> measures)
    {
        Assert.True(measures.TryGetValue(expected.Name, out var measure), $"no statistic has the id {expected.Name}");
        if (expected.Value.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(measure.Value);
            Assert.NotNull(measure.Reason);
        }
        else
        {
            Near.Equal(expected.Value.GetDouble(), measure.Value, what: expected.Name);
        }
    }

    private static void CheckColumn(JsonProperty expected, IReadOnlyDictionary<string, MeasureColumn> columns)
    {
        Assert.True(columns.TryGetValue(expected.Name, out var column), $"no statistic has the id {expected.Name}");
        JsonElement[] values = [.. expected.Value.EnumerateArray()];
        Assert.Equal(values.Length, column.Values!.Count);
        for (int i = 0; i < values.Length; i++)
        {
            Near.Equal(values[i].GetDouble(), column.Values[i], what: $"{expected.Name}[{i}]");
        }
    }

    private static void CheckDeflated(Performance run, JsonElement cases)
    {
        foreach (var expected in cases.EnumerateObject().Select(property => property.Value))
        {
            var actual = DeflatedSharpeCase.Of(run, expected.GetProperty("trials").GetInt32(), expected.GetProperty("var_of_trial_daily_sharpes").GetDouble());
            Near.Equal(expected.GetProperty("expected_max_z").GetDouble(), actual.ExpectedMaximum, what: "expected_max_z");
            Near.Equal(expected.GetProperty("sr0_daily").GetDouble(), actual.Threshold, what: "sr0_daily");
            Near.Equal(expected.GetProperty("dsr").GetDouble(), actual.Probability.Value, what: "dsr");
        }
    }
}
