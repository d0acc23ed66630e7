using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Tests.Support;

/// <summary>A desk whose frames a test makes, and which remembers what it was told.</summary>
internal sealed class StagedDesk : ITradingDesk
{
    private readonly Lock _gate = new();
    private readonly List<Channel<DeskFrame>> _watching = [];
    private long _sequence;

    public DeskFrame Latest { get; private set; } = DeskFrame.Empty(DateTimeOffset.UnixEpoch, null);

    /// <summary>What it was told, in order.</summary>
    public List<(DeskCommand Command, string By)> Told { get; } = [];

    /// <summary>What it answers.</summary>
    public Func<DeskCommand, DeskAnswer> Answer { get; set; } = _ => new DeskAnswer.Done("It is so.");

    /// <summary>Equity it knows, by deployment.</summary>
    public Dictionary<string, EquityTail> Tails { get; } = [];

    /// <summary>A deployment that runs and holds nothing.</summary>
    public static DeploymentFrame Running(string id, string symbol = "DEMO-CHIP") => new()
    {
        Id = id,
        Name = $"Crossover {id}",
        Mode = TradingMode.Simulated,
        State = DeploymentState.Running,
        Note = "deployed",
        By = "Mira",
        Version = 2,
        Strategy = "sma-crossover",
        Symbol = symbol,
        Capital = 100_000,
        IsRunning = true,
        IsReady = true,
        Connection = "connected",
        Feed = new FeedFrame { Words = $"Replay of {symbol} (demo), 5 minutes", Speed = 60, Played = 12, Total = 252 },
        Equity = 100_000,
        Cash = 100_000,
        DayPnl = 0,
    };

    /// <summary>A position of shares at a price that cost 100 each.</summary>
    public static PositionFrame Held(decimal shares, decimal price, string symbol = "DEMO-CHIP") => new(symbol, shares, 100, price, shares * price, shares * (price - 100), null, null);

    /// <summary>An order that waits.</summary>
    public static OrderFrame Waiting(string reference) => new(
        reference, "DEMO-CHIP", AlphaFactory.Core.Trading.OrderSide.Sell, AlphaFactory.Core.Trading.OrderKind.Stop, 10, 0, null, 95, AlphaFactory.Core.Trading.OrderState.Working, null, "stop", DateTimeOffset.UnixEpoch);

    /// <summary>Shows the next frame.</summary>
    public void Show(DeskFrame frame)
    {
        lock (_gate)
        {
            Latest = frame with { Sequence = ++_sequence };
            _watching.ForEach(one => one.Writer.TryWrite(Latest));
        }
    }

    /// <summary>Shows deployments.</summary>
    public void Show(params DeploymentFrame[] deployments) => Show(DeskFrame.Empty(DateTimeOffset.UnixEpoch, null) with { Node = "here", Deployments = deployments });

    public async IAsyncEnumerable<DeskFrame> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var frames = Channel.CreateUnbounded<DeskFrame>();
        lock (_gate)
        {
            _watching.Add(frames);
            frames.Writer.TryWrite(Latest);
        }

        await foreach (var frame in frames.Reader.ReadAllAsync(cancellationToken))
        {
            yield return frame;
        }
    }

    public Task<EquityTail?> EquityAsync(string deployment, CancellationToken cancellationToken) => Task.FromResult(Tails.GetValueOrDefault(deployment));

    public Task<DeskAnswer> DoAsync(DeskCommand command, string by, CancellationToken cancellationToken)
    {
        Told.Add((command, by));
        return Task.FromResult(Answer(command));
    }
}
