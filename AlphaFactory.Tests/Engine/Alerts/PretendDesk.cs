using System.Runtime.CompilerServices;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>A desk that shows one frame and keeps what it is told.</summary>
internal sealed class PretendDesk : ITradingDesk
{
    public DeskFrame Latest { get; set; } = DeskFrame.Empty(DateTimeOffset.UnixEpoch, "nothing is known yet");

    public List<(DeskCommand Command, string By)> Told { get; } = [];

    public DeskAnswer Answer { get; set; } = new DeskAnswer.Done("done");

    public async IAsyncEnumerable<DeskFrame> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Latest;
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    public Task<EquityTail?> EquityAsync(string deployment, CancellationToken cancellationToken) => Task.FromResult<EquityTail?>(null);

    public Task<DeskAnswer> DoAsync(DeskCommand command, string by, CancellationToken cancellationToken)
    {
        lock (Told)
        {
            Told.Add((command, by));
        }

        return Task.FromResult(Answer);
    }

    /// <summary>A deployment with a position, an order and figures.</summary>
    public static DeploymentFrame Deployment(string id, string name, DeploymentState state) => new()
    {
        Id = id, Name = name, Mode = TradingMode.Simulated, State = state, Note = "", By = "anna", Version = 1, Strategy = "sma-crossover", Symbol = "NOVA", Capital = 100_000m, IsRunning = state == DeploymentState.Running,
        Feed = new FeedFrame { Words = "Replay", Speed = 60, Played = 12, Total = 200 }, Connection = "connected", Equity = 101_250.5m, DayPnl = -249.5m, DayRealised = 0.5m, DayUnrealised = -250m, Day = new DateOnly(2026, 11, 25), Drawdown = -0.0123,
        Positions = [new PositionFrame("NOVA", 100, 50.25m, 47.75m, 4775m, -250m, 45m, null)],
    };
}
