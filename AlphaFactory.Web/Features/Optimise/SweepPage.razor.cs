using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Marks;
using AlphaFactory.Web.Components.Navigation;
using AlphaFactory.Web.Components.Studies;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Optimise;

/// <summary>One sweep: its progress while it computes, then what it found. The view stands in the address.</summary>
public sealed partial class SweepPage
{
    private static readonly Crumb[] s_above = [new("Optimise", "optimise")];

    private SweepVerdict? _verdict;
    private bool _promoting, _opening;

    /// <summary>Rows passed over: the pager's links change it, and the page follows.</summary>
    [SupplyParameterFromQuery(Name = "skip")]
    public int? SkipQuery { get; set; }

    private string? PromoteRefusal => !MayRun ? CurrentUser.Refusal
        : Model.View is not { } view ? "Possible when the last set is done"
        : view.Result.Plateau is null ? "No set has neighbours that are good with it" : null;

    /// <inheritdoc/>
    protected override Task OutcomeReadAsync()
    {
        _verdict = Model.View!.Verdict;
        return Model.ReadRowsAsync(Address);
    }

    /// <inheritdoc/>
    protected override async Task ShowAsync(SweepAddress address)
    {
        bool others = (address.Sort, address.Filter, address.Skip) != (Address.Sort, Address.Filter, Address.Skip);
        await base.ShowAsync(address);
        if (others && Model.View is not null)
        {
            await Model.ReadRowsAsync(address);
        }
    }

    private static string WalkHref(StudyState study) => StudyLink.Again(new WalkForwardStudy(new Engine.Optimization.WalkForward.WalkForwardDefinition { Sweep = study.Spec.Tried, Train = 504, Test = 126 }));

    private static MarkKind MarkOf(LuckOutcome outcome) => outcome switch { LuckOutcome.Clear => MarkKind.Pass, LuckOutcome.Luck => MarkKind.Fail, _ => MarkKind.Unsure };

    private Task DragAsync(string told) => GoAsync(Address with { Filter = new SweepFilter(Address.Filter).Dragged(told, Model.View!.Axes).Text, Skip = 0 });

    private async Task OpenSetAsync(SweepRow row)
    {
        if (_opening)
        {
            return;
        }

        _opening = true;
        try
        {
            if (await (row.Set is { } set ? Starter.StartAsync(Id, [set], Model.Watch.Leaving) : Starter.StartAsync([SpecOf(row)], Model.Watch.Leaving)) is [var run])
            {
                Navigation.NavigateTo(StudyLink.To(run));
            }
        }
        finally
        {
            _opening = false;
        }
    }

    private async Task CompareAsync(IReadOnlyCollection<long> sets)
    {
        if (await Starter.StartAsync(Id, sets.Order(), Model.Watch.Leaving) is { } runs)
        {
            Navigation.NavigateTo("compare?runs=" + string.Join(',', runs.Select(run => run.Id)));
        }
    }

    private RunSpec SpecOf(SweepRow row) => Model.View!.Result is var result && ReferenceEquals(row, result.Default) ? result.Sweep.Run : HoldRun.Of(result.Sweep.Run);
}
