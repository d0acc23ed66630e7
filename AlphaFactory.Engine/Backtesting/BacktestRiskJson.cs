using System.Text.Json;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>The part <c>risk</c> of the document: how often each rule bound, and every case. Bars as rows of the input, as everywhere in it.</summary>
internal static class BacktestRiskJson
{
    public static void Write(Utf8JsonWriter json, BacktestResult result)
    {
        json.WriteStartObject("risk");
        json.WriteStartArray("rules");
        var tallies = RiskTally.Of(result.RiskEvents);
        foreach (string rule in tallies.Select(tally => tally.Rule).Concat(result.Spec.Risk.Select(choice => choice.Rule)).Distinct())
        {
            var tally = tallies.FirstOrDefault(tally => tally.Rule == rule);
            json.WriteStartObject();
            json.WriteString("rule", rule);
            json.WriteNumber("cut", tally?.Cut ?? 0);
            json.WriteNumber("refused", tally?.Refused ?? 0);
            json.WriteNumber("tightest", tally?.Tightest ?? 0);
            json.WriteNumber("stopped", tally?.Stopped ?? 0);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var one in result.RiskEvents)
        {
            json.WriteStartObject();
            json.WriteNumber("bar", one.Bar + result.FirstRow);
            json.WriteString("date", FigureText.Day(DateTimeOffset.FromUnixTimeMilliseconds(result.Times[one.Bar])));
            json.WriteString("rule", one.Rule);
            json.WriteString("code", one.Code);
            json.WriteString("outcome", ChoiceText.Of(one.Outcome));
            json.WriteNumber("wanted", one.Wanted);
            json.WriteNumber("allowed", one.Allowed);
            WriteNumber(json, "value", one.Value);
            WriteNumber(json, "limit", one.Limit);
            json.WriteBoolean("tightest", one.IsTightest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
