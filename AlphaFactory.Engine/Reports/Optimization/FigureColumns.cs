using System.Text;
using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Reports.Optimization;

/// <summary>The figures that stand beside the objective in every table, without the one that is the objective.</summary>
/// <param name="objective">The objective as a formula; a figure by its id when it is one.</param>
internal sealed class FigureColumns(string objective)
{
    private static readonly (string Id, string Title, Func<double?, string> Write)[] s_all =
    [
        ("sharpe", "Sharpe ratio", value => ReportText.Number(value)),
        ("total_return", "Total return", value => ReportText.Percent(value, 1, plus: true)),
        ("max_drawdown", "Maximum drawdown", value => ReportText.Percent(value, 1)),
        ("trades", "Trades", value => ReportText.Number(value, 0)),
    ];

    private readonly (string Id, string Title, Func<double?, string> Write)[] _shown = Array.FindAll(s_all, column => column.Id != objective.Trim());

    /// <summary>Writes the heads.</summary>
    public void Heads(StringBuilder page)
    {
        foreach (var (_, title, _) in _shown)
        {
            page.Append($"<th>{title}</th>");
        }
    }

    /// <summary>Writes the cells of a row.</summary>
    public void Cells(StringBuilder page, SweepRow row)
    {
        foreach (var (id, _, write) in _shown)
        {
            page.Append($"<td>{write(row.Figures.GetValueOrDefault(id))}</td>");
        }
    }
}
