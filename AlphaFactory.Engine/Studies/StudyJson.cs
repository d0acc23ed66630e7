using System.Text;
using System.Text.Json;
using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Studies;

/// <summary>Studies as documents of the API: snake_case keys, doubles that round-trip, null for undefined. A sweep's has the rows of <c>sweep --json</c>; the tests for luck stand here alone, what a single process knows, such as its threads, there alone.</summary>
public static class StudyJson
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The outcome of a sweep.</summary>
    public static string Write(SweepStudyResult found) => Text(json =>
    {
        json.WriteString("strategy", found.Sweep.Run.Strategy);
        json.WriteString("objective", found.Sweep.Objective);
        json.WriteString("method", found.Sweep.Method);
        json.WriteNumber("sets", found.Sets);
        json.WriteNumber("combinations", found.Combinations);
        json.WriteNumber("bars", found.Bars);
        json.WriteNumber("seconds", found.Elapsed.TotalSeconds);
        json.WriteString("engine", found.Engine);
        Texts(json, "nodes", found.Nodes);
        SweepJson.WriteRow(json, "best", found.Best, found.BestGround);
        SweepJson.WriteRow(json, "plateau", found.Plateau, found.PlateauGround);
        SweepJson.WriteClusters(json, found.Clusters);
        SweepJson.WriteRow(json, "default", found.Default, null);
        SweepJson.WriteRow(json, "buy_and_hold", found.BuyAndHold, null);
        SweepJson.WriteNumber(json, "deflated_sharpe", found.DeflatedSharpe.Value);
        json.WriteNumber("trials", found.Trials);
        WriteOverfit(json, found);
        WriteSuperiority(json, found);
        Bins(json, "histogram", found.Histogram);
    });

    /// <summary>Rows of a sweep.</summary>
    public static string Write(RowPage page) => Text(json =>
    {
        json.WriteStartArray("items");
        foreach (var row in page.Rows)
        {
            json.WriteStartObject();
            SweepJson.WriteNumber(json, "set", row.Set);
            SweepJson.WriteMembers(json, row, null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("matching", page.Matching);
        json.WriteNumber("total", page.Total);
    });

    private static void WriteOverfit(Utf8JsonWriter json, SweepStudyResult found)
    {
        if (found.Overfit is not { } overfit)
        {
            json.WriteNull("overfitting");
            return;
        }

        json.WriteStartObject("overfitting");
        json.WriteNumber("probability", overfit.Probability);
        json.WriteNumber("probability_of_loss", overfit.ProbabilityOfLoss);
        SweepJson.WriteNumber(json, "slope", overfit.Slope);
        SweepJson.WriteNumber(json, "intercept", overfit.Intercept);
        json.WriteNumber("sets", overfit.Sets);
        json.WriteNumber("blocks", overfit.Blocks);
        json.WriteNumber("splits", overfit.Splits);
        Bins(json, "logits", overfit.Logits);
        json.WriteEndObject();
    }

    private static void WriteSuperiority(Utf8JsonWriter json, SweepStudyResult found)
    {
        if (found.Superiority is not { } superiority)
        {
            json.WriteNull("superiority");
            return;
        }

        json.WriteStartObject("superiority");
        json.WriteNumber("p_value", superiority.Consistent);
        json.WriteNumber("p_value_lower", superiority.Lower);
        json.WriteNumber("p_value_upper", superiority.Upper);
        json.WriteNumber("reality_check", superiority.RealityCheck);
        json.WriteNumber("sets", superiority.Sets);
        json.WriteNumber("resamples", superiority.Resamples);
        json.WriteEndObject();
    }

    private static void Bins(Utf8JsonWriter json, string name, IReadOnlyList<HistogramBin> bins)
    {
        json.WriteStartArray(name);
        foreach (var bin in bins)
        {
            json.WriteStartObject();
            json.WriteNumber("from", bin.From);
            json.WriteNumber("to", bin.To);
            json.WriteNumber("count", bin.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Text(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_indented))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
