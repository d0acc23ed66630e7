using System.Globalization;
using System.Text.RegularExpressions;
using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Web.Features.Optimise;

/// <summary>The condition on the rows, of which dragging along an axis writes its part: <c>fast &gt;= 10 and fast &lt;= 30</c>.</summary>
public sealed record SweepFilter(string? Text)
{
    private static readonly Regex s_bound = new(@"^(?<name>\w+)\s*(?<sign><=|>=)\s*(?<value>-?[\d.]+)$");

    private const double Beyond = 1e12;

    /// <summary>The filter with another part for one axis; null bounds take its part away.</summary>
    public SweepFilter With(string axis, double? low, double? high)
    {
        string[] kept = [.. (Text ?? "").Split(" and ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => !s_bound.Match(part).Groups["name"].Value.Equals(axis, StringComparison.Ordinal))];
        string[] added = low is { } from && high is { } to ? [string.Create(CultureInfo.InvariantCulture, $"{axis} >= {Short(from)}"), string.Create(CultureInfo.InvariantCulture, $"{axis} <= {Short(to)}")] : [];
        string text = string.Join(" and ", kept.Concat(added));
        return new SweepFilter(text.Length == 0 ? null : text);
    }

    /// <summary>The bounds an axis has in this filter.</summary>
    public (double Low, double High)? Bounds(string axis)
    {
        double low = double.NegativeInfinity, high = double.PositiveInfinity;
        foreach (string part in (Text ?? "").Split(" and ", StringSplitOptions.TrimEntries))
        {
            var match = s_bound.Match(part);
            if (match.Success && match.Groups["name"].Value == axis && double.TryParse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                (low, high) = match.Groups["sign"].Value == ">=" ? (Math.Max(low, value), high) : (low, Math.Min(high, value));
            }
        }

        return double.IsInfinity(low) && double.IsInfinity(high) ? null : (low, high);
    }

    /// <summary>The part of each axis that is kept, as places on it; of the objective, as values.</summary>
    public IReadOnlyDictionary<string, double[]> Brushes(IReadOnlyList<SweepAxis> axes)
    {
        var brushes = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var axis in axes)
        {
            if (Bounds(axis.Name) is var (low, high))
            {
                int[] inside = [.. Enumerable.Range(0, axis.Values.Count).Where(place => double.TryParse(axis.Values[place], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= low && value <= high)];
                brushes[axis.Name] = inside.Length == 0 ? [0, 0] : [inside[0], inside[^1]];
            }
        }

        if (Bounds("objective") is var (least, most))
        {
            brushes["objective"] = [Math.Max(least, -Beyond), Math.Min(most, Beyond)];
        }

        return brushes;
    }

    /// <summary>The filter after a person dragged along an axis: <c>NAME~LOW~HIGH</c> in places of the axis or values of the objective, <c>NAME~</c> to let go.</summary>
    public SweepFilter Dragged(string told, IReadOnlyList<SweepAxis> axes)
    {
        string[] parts = told.Split('~');
        if (parts.Length < 3 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double low) || !double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double high))
        {
            return With(parts[0], null, null);
        }

        if (axes.FirstOrDefault(axis => axis.Name == parts[0]) is not { } dragged)
        {
            return With(parts[0], low, high);
        }

        double? Value(double place) => double.TryParse(dragged.Values[Math.Clamp((int)Math.Round(place), 0, dragged.Values.Count - 1)], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
        return Value(low) is { } from && Value(high) is { } to ? With(parts[0], from, to) : this;
    }

    private static double Short(double value) => Math.Round(value, 4);
}
