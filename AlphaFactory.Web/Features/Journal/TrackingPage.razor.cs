using AlphaFactory.Web.Components.Navigation;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Journal;

/// <summary>How a deployment keeps to its backtest.</summary>
public sealed partial class TrackingPage
{
    private const int PageSize = 25, DaysShown = 30;

    private static readonly IReadOnlyList<Crumb> s_above = [new("Journal", "journal")];

    private bool _busy;
    private int _skip;

    /// <summary>Id of the deployment.</summary>
    [Parameter]
    public required string Id { get; set; }

    [Inject]
    private TrackingModel Model { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task LoadAsync() => Model.LoadAsync(Id, CancellationToken.None);

    private void Turn(int by) => _skip = _skip + by is >= 0 and var next && next < Model.Rows.Count ? next : _skip;

    private async Task JudgeAsync()
    {
        if (_busy || !Model.MayRun)
        {
            return;
        }

        _busy = true;
        try
        {
            await Model.JudgeAsync(CancellationToken.None);
        }
        finally
        {
            _busy = false;
        }
    }
}
