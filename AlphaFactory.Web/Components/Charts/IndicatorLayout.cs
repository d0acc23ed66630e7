using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>
/// Which line of which indicator goes where: prices and what lies on their axis into the first panel, everything else into panels below.
/// Outputs of one kind of indicator in one unit share a panel, because they share a scale.
/// </summary>
/// <param name="Lines">The lines, in the order of the indicators.</param>
/// <param name="Panels">The panels below the prices, top to bottom: the levels marked in each.</param>
public sealed record IndicatorLayout(IReadOnlyList<ChartLine> Lines, IReadOnlyList<IReadOnlyList<double>> Panels)
{
    public static IndicatorLayout Of(IReadOnlyList<IndicatorSetting> settings)
    {
        var panels = new List<(string Id, OutputUnit Unit)>();
        var tones = new Dictionary<(int Panel, string Key), int>();
        var lines = new List<ChartLine>();
        foreach (var setting in settings)
        {
            var strokes = new Dictionary<int, int>();
            foreach (var column in setting.Columns)
            {
                var output = setting.Indicator.Outputs[column.Output];
                var place = output.Place ?? setting.Indicator.About.Place;
                if (place == ChartPlace.Nowhere)
                {
                    continue;
                }

                int panel = place == ChartPlace.Panel ? PanelOf(panels, setting.Indicator.Id, output.Unit) : 0;
                var kind = place == ChartPlace.Marks ? (output.IsDirected ? ChartLineKind.Marks : ChartLineKind.Neutral)
                    : output.IsHistogram ? ChartLineKind.Bars : output.IsEdge ? ChartLineKind.Edge : output.IsDotted ? ChartLineKind.Dots : ChartLineKind.Line;
                // Over the prices an indicator has one colour; in a panel, where its lines cross, each line has one.
                string key = panel == 0 ? setting.Key : column.Name;
                int tone = kind is ChartLineKind.Marks or ChartLineKind.Neutral or ChartLineKind.Bars ? 0 : Next(tones, panel, key);
                int stroke = panel > 0 || kind != ChartLineKind.Line ? 0 : strokes[panel] = strokes.GetValueOrDefault(panel, -1) + 1;
                lines.Add(new ChartLine(column.Name, setting.Key, setting.Title, output.Name, panel, kind, tone, stroke, output.Unit));
            }
        }

        var registry = settings.DistinctBy(setting => setting.Indicator.Id).ToDictionary(setting => setting.Indicator.Id, setting => setting.Indicator.About.Levels);
        return new IndicatorLayout(lines, [.. panels.Select(panel => (IReadOnlyList<double>)registry[panel.Id])]);
    }

    private static int PanelOf(List<(string Id, OutputUnit Unit)> panels, string id, OutputUnit unit)
    {
        if (!panels.Contains((id, unit)))
        {
            panels.Add((id, unit));
        }

        return panels.IndexOf((id, unit)) + 1;
    }

    private static int Next(Dictionary<(int Panel, string Key), int> tones, int panel, string key)
    {
        if (!tones.TryGetValue((panel, key), out int tone))
        {
            tones[(panel, key)] = tone = tones.Keys.Count(known => known.Panel == panel);
        }

        return tone;
    }
}
