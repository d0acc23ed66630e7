using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Components.Tables;

namespace AlphaFactory.Web.Features.Result;

/// <summary>What can be done on the page.</summary>
public sealed partial class ResultPage
{
    private static IReadOnlyList<TabItem> TabsOf(RunView view) =>
    [
        new(nameof(ResultTab.Charts), "Charts"),
        new(nameof(ResultTab.Trades), "Trades", view.Result.Trades.Count),
        new(nameof(ResultTab.Costs), "Costs"),
        .. RiskView.Has(view.Result) ? [new TabItem(nameof(ResultTab.Risk), "Risk", view.Result.RiskEvents.Count)] : Array.Empty<TabItem>(),
        new(nameof(ResultTab.Settings), "Settings"),
        new(nameof(ResultTab.Log), "Log"),
    ];

    private static string HrefWith(RunSpec spec) => RunLink.To(spec);

    private string TradesByCostHref => $"results/{Id}?{(_address with { Tab = ResultTab.Trades, Sort = new SortOrder("costs", true), Page = 1 }).ToQuery()}";

    /// <summary>Shows another part of the same result and says so in the address, without a round through the router, which would scroll to the top.</summary>
    private async Task GoAsync(ResultAddress address)
    {
        _address = address;
        await _bar!.ShowAsync(address.ToQuery());
    }

    private async Task ShowTradeAsync(int number)
    {
        if (_view?.Frame(_address, number) is { } framed)
        {
            await GoAsync(framed);
            await _bar!.RevealAsync("candles");
        }
    }

    private Task ShowBiggestAsync() => _view?.Biggest is { } number ? ShowTradeAsync(number) : Task.CompletedTask;

    private async Task ShowFactAsync(VerdictTarget target)
    {
        if (_address.Tab != ResultTab.Charts)
        {
            await GoAsync(_address with { Tab = ResultTab.Charts });
        }

        await _bar!.RevealAsync(target == VerdictTarget.Trades ? "trades" : "findings");
    }

    private async Task CancelAsync() => await Model.CancelAsync(await User.NameAsync());

    private async Task RetryAsync() => await Model.RetryAsync(await User.NameAsync());

    private async Task RenameAsync(string title)
    {
        _renaming = false;
        await Model.RenameAsync(title);
    }

    private async Task DoAsync(RunAction action)
    {
        RunRecord[] chosen = [Model.Run!];
        switch (action)
        {
            case RunAction.Rename:
                _renaming = true;
                return;
            case RunAction.Mark:
                _tags = await Runs.TagsAsync(CancellationToken.None);
                _marking = true;
                return;
            case RunAction.Pin:
                await Edits.PinAsync(chosen, !Model.Run!.IsPinned);
                break;
            case RunAction.Restore:
                await Edits.RestoreAsync(chosen);
                break;
            case RunAction.Archive when Model.Run!.ArchivedAt is not null:
                await Edits.SetArchivedAsync(chosen, false);
                break;
            case RunAction.Archive:
                await Edits.ArchiveAsync(chosen, Model.ReadMarksAsync);
                break;
            default:
                await Edits.DeleteAsync(chosen, Model.ReadMarksAsync);
                Navigation.NavigateTo("results");
                return;
        }

        await Model.ReadMarksAsync();
    }

    private async Task MarkAsync(RunMarks marks)
    {
        _marking = false;
        await Edits.MarkAsync([Model.Run!], marks);
        await Model.ReadMarksAsync();
    }
}
