using AlphaFactory.Engine.MarketData.Quality;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Data;

/// <summary>The stored series of a filter.</summary>
public sealed class DataModel(SeriesCatalog catalog, CurrentUser user)
{
    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The series shown.</summary>
    public IReadOnlyList<DataCoverage> Rows { get; private set; } = [];

    /// <summary>Symbols in the store, whatever the filter.</summary>
    public int Symbols { get; private set; }

    /// <summary>Bars in the store, whatever the filter.</summary>
    public long Bars { get; private set; }

    /// <summary>First day of any series shown; the coverage bars start there.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day of any series shown.</summary>
    public DateOnly To { get; private set; }

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayImport { get; private set; }

    /// <summary>Reads the series.</summary>
    public async Task LoadAsync(DataFilter filter, CancellationToken cancellationToken)
    {
        MayImport = await user.MayRunAsync();
        IReadOnlyList<DataCoverage> all = await catalog.ListAsync(cancellationToken);
        Symbols = all.Select(c => c.Series.Key.Symbol).Distinct().Count();
        Bars = all.Sum(c => c.Series.Bars);
        Rows = filter.Apply(all);
        if (Rows.Count == 0)
        {
            State = new PageState.Empty(filter.Narrows ? "No series fits this filter." : "There are no prices yet. A CSV file with date, open, high, low, close and volume is enough to begin.");
            return;
        }

        From = Rows.Min(c => c.FirstDay);
        To = Rows.Max(c => c.LastDay);
        State = new PageState.Ready();
    }
}
