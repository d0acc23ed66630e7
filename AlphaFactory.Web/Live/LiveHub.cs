using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace AlphaFactory.Web.Live;

/// <summary>
/// Live figures for other programs, at <c>/hubs/live</c>, by SignalR with an API token. Whoever connects is sent <c>frame</c>: a <see cref="DeskFrame"/> at once, then
/// the newest at most five times a second; each replaces the one before. The keys are those of the API.
/// </summary>
[Authorize(Policies.Token)]
internal sealed class LiveHub(ITradingDesk desk) : Hub
{
    public const string Path = "/hubs/live", Everybody = "everybody";

    /// <summary>The name of the message.</summary>
    public const string Frame = "frame";

    public override async Task OnConnectedAsync()
    {
        await Clients.Caller.SendAsync(Frame, desk.Latest, Context.ConnectionAborted);
        await Groups.AddToGroupAsync(Context.ConnectionId, Everybody, Context.ConnectionAborted);
        await base.OnConnectedAsync();
    }

    /// <summary>The equity line of a deployment as far back as it is kept; null when it is not known. Later points come in frames.</summary>
    public Task<EquityTail?> Equity(string deployment) => desk.EquityAsync(deployment, Context.ConnectionAborted);

    /// <summary>Tells the desk to do something; needs the scope run.</summary>
    [Authorize(Policies.Run)]
    public async Task<LiveAnswer> Do(DeskCommand command) => await desk.DoAsync(command, Context.User!.Identity!.Name!, Context.ConnectionAborted) switch
    {
        DeskAnswer.Done done => new LiveAnswer(true, null, done.Words),
        DeskAnswer.Refused refused => new LiveAnswer(false, refused.Code, refused.Words),
        var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
    };
}

/// <summary>What became of a command.</summary>
/// <param name="Done">True when it is so.</param>
/// <param name="Code">Why not, as a stable code; null when it is so.</param>
/// <param name="Words">In words.</param>
internal sealed record LiveAnswer(bool Done, string? Code, string Words);
