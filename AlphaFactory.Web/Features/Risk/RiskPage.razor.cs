using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Components.Trading;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Risk;

/// <summary>Limits and how much of them is used, what is closed and until when, and the kill switch.</summary>
public sealed partial class RiskPage
{
    private IReadOnlyList<Deployment> _deployments = [];
    private (DeploymentFrame Deployment, LockFrame Lock)? _unlocking;
    private string? _fault;
    private int _known;
    private bool _mayAct, _killing;

    [Inject]
    private DeskActions Actions { get; set; } = null!;

    [Inject]
    private IDeployments Deployments { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private TradingMode? Mode => Frame.Deployments.Count == 0 ? null : Frame.Deployments.Max(one => one.Mode);

    // Only a node that trades beats; without one nothing can be late.
    private long? Heard => Frame.Node is null ? null : Frame.At.ToUnixTimeMilliseconds();

    private string? Off => !_mayAct ? CurrentUser.Refusal : Frame.Kill.IsKilled ? "It is thrown already." : null;

    private PageState State => Frame switch
    {
        { Trouble: { } trouble } => new PageState.Failed("There is nothing to see from here", trouble),
        { Sequence: 0 } => new PageState.Loading(),
        _ => new PageState.Empty("Nothing trades, so no limit is used."),
    };

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _mayAct = await Actions.MayActAsync();
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override void OnFrame()
    {
        if (Frame.Deployments.Count != _known)
        {
            _known = Frame.Deployments.Count;
            _ = InvokeAsync(ReadAsync);
        }
    }

    private async Task ReadAsync()
    {
        _deployments = [.. (await Deployments.ListAsync(Leaving)).Where(one => one.State is not DeploymentState.Stopped)];
        StateHasChanged();
    }

    private void AskUnlock((DeploymentFrame, LockFrame) held) => (_unlocking, _fault) = (held, null);

    private async Task UnlockAsync((string Typed, string Note) said)
    {
        if (_unlocking is not var (one, held))
        {
            return;
        }

        _fault = await Actions.DoAsync(new DeskCommand.Unlock(one.Id, held.Number, said.Note));
        _unlocking = _fault is null ? null : _unlocking;
    }
}
