using AlphaFactory.Web.Components.Marks;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Features.Log;

/// <summary>The log, filtered by what stands in the address.</summary>
public sealed partial class LogPage
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    private ITimer? _timer;

    [SupplyParameterFromQuery(Name = "level")]
    private string? LevelQuery { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? TextQuery { get; set; }

    [SupplyParameterFromQuery(Name = "run")]
    private string? RunQuery { get; set; }

    [SupplyParameterFromQuery(Name = "follow")]
    private bool FollowQuery { get; set; }

    [Inject]
    private LogModel Model { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private LogQuery Query => LogQuery.Parse(LevelQuery, TextQuery, RunQuery, FollowQuery);

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _timer?.Dispose();
        _timer = Query.Follow ? Clock.CreateTimer(_ => _ = InvokeAsync(AgainAsync), null, Pace, Pace) : null;
        await Model.LoadAsync(Query, CancellationToken.None);
    }

    private static TagTone Tone(string level) => level switch
    {
        "warning" => TagTone.Warning,
        "error" or "critical" => TagTone.Danger,
        _ => default,
    };

    private async Task AgainAsync()
    {
        await Model.LoadAsync(Query, CancellationToken.None);
        StateHasChanged();
    }

    private void Show(LogQuery query) => Navigation.NavigateTo(query.ToHref());
}
