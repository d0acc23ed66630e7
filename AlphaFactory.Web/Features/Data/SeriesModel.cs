using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Quality;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Data;

/// <summary>One stored series, and deleting it with a way back.</summary>
public sealed class SeriesModel(SeriesCatalog catalog, CurrentUser user, Confirmations confirmations, Toasts toasts)
{
    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>What is known of it; null until it is read.</summary>
    public SeriesReport? Report { get; private set; }

    /// <summary>False for a viewer, who may look only.</summary>
    public bool MayDelete { get; private set; }

    /// <summary>Reads the series.</summary>
    public async Task LoadAsync(SeriesKey? key, CancellationToken cancellationToken)
    {
        State = new PageState.Loading();
        MayDelete = await user.MayRunAsync();
        Report = key is null ? null : await catalog.InspectAsync(key, cancellationToken);
        State = Report is null ? new PageState.Empty("There is no such series; it may have been deleted.") : new PageState.Ready();
    }

    /// <summary>Asks, deletes and offers Undo.</summary>
    /// <param name="restored">Called when Undo has brought it back.</param>
    /// <returns>True when it is gone.</returns>
    public async Task<bool> DeleteAsync(Action restored)
    {
        if (Report is not { Coverage.Series: var series } || !await confirmations.AskAsync(new Question(
            $"Delete {series.Key.Symbol} {series.Key.Interval} from {series.Key.Source}?",
            $"Its {FigureText.Count(series.Bars)} bars leave the store. Runs that used them keep their results but cannot be repeated.{(series.IsSynthetic ? " The demo market is made again at the next start." : null)}",
            $"Delete {FigureText.Count(series.Bars)} bars")))
        {
            return false;
        }

        string who = await user.NameAsync();
        if (await catalog.DeleteAsync(series.Key, who, CancellationToken.None) is { } deleted)
        {
            toasts.Say($"{series.Key.Symbol} deleted", $"{FigureText.Count(series.Bars)} {series.Key.Interval} bars from {series.Key.Source}", async () =>
            {
                await catalog.RestoreAsync(deleted, who, CancellationToken.None);
                restored();
            });
        }

        return true;
    }
}
