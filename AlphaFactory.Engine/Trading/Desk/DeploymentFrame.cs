using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>One deployment at one moment. Money is exact; null is not known, never 0.</summary>
public sealed record DeploymentFrame
{
    /// <summary>So many executions a frame has at most; earlier ones stand in the journal.</summary>
    public const int FillsKept = 50;

    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Which kind of money it trades.</summary>
    public required TradingMode Mode { get; init; }

    /// <summary>What it is doing.</summary>
    public required DeploymentState State { get; init; }

    /// <summary>Why, in words of whoever put it into that state.</summary>
    public required string Note { get; init; }

    /// <summary>Who put it there.</summary>
    public required string By { get; init; }

    /// <summary>Version of the deployment the frame shows.</summary>
    public required int Version { get; init; }

    /// <summary>Id of the strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>Symbol traded.</summary>
    public required string Symbol { get; init; }

    /// <summary>Money it was given.</summary>
    public required decimal Capital { get; init; }

    /// <summary>True when a node runs it now; drafts, and deployments that could not be started, are not.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Why it does not run although it should, in words; null while all is well.</summary>
    public string? Fault { get; init; }

    /// <summary>Where its prices come from.</summary>
    public required FeedFrame Feed { get; init; }

    /// <summary>How the broker is reached, in words: "connected", "no connection to the broker", "the books are being compared".</summary>
    public string Connection { get; init; } = "not started";

    /// <summary>True when orders may be placed.</summary>
    public bool IsReady { get; init; }

    /// <summary>The clock of its market; null before it runs.</summary>
    public DateTimeOffset? MarketTime { get; init; }

    /// <summary>When anything was heard of its market, by the clock of the machine; ages are counted from it.</summary>
    public DateTimeOffset? Heard { get; init; }

    /// <summary>Seconds of the machine after which the next word of the market is due at the latest; a figure older than twice that is stale. Null when nothing is expected.</summary>
    public double? Period { get; init; }

    /// <summary>Cash plus what is held, at the last price.</summary>
    public decimal? Equity { get; init; }

    /// <summary>Cash.</summary>
    public decimal? Cash { get; init; }

    /// <summary>Made since the start by what was sold, costs of all trades taken off.</summary>
    public decimal? Realised { get; init; }

    /// <summary>What the shares held would make at the last price.</summary>
    public decimal? Unrealised { get; init; }

    /// <summary>Trading day of its market.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Made since the end of the day before, all of it.</summary>
    public decimal? DayPnl { get; init; }

    /// <summary>The part of <see cref="DayPnl"/> that is money already, costs taken off.</summary>
    public decimal? DayRealised { get; init; }

    /// <summary>The part of <see cref="DayPnl"/> that moves with the price.</summary>
    public decimal? DayUnrealised { get; init; }

    /// <summary>Highest equity so far.</summary>
    public decimal? Peak { get; init; }

    /// <summary>Fall of equity from the peak, a fraction at or below 0.</summary>
    public double? Drawdown { get; init; }

    /// <summary>What is held; empty when nothing is.</summary>
    public IReadOnlyList<PositionFrame> Positions { get; init; } = [];

    /// <summary>Orders that are not over, oldest first.</summary>
    public IReadOnlyList<OrderFrame> Orders { get; init; } = [];

    /// <summary>The last executions, newest first.</summary>
    public IReadOnlyList<FillFrame> Fills { get; init; } = [];

    /// <summary>The last orders that the gate refused, newest first.</summary>
    public IReadOnlyList<RefusalFrame> Refusals { get; init; } = [];

    /// <summary>The locks that hold now.</summary>
    public IReadOnlyList<LockFrame> Locks { get; init; } = [];

    /// <summary>Rules that keep the account closed to new positions.</summary>
    public IReadOnlyList<HaltFrame> Halts { get; init; } = [];

    /// <summary>How much of each limit is used, the one that binds first at the top.</summary>
    public IReadOnlyList<RiskBar> Risk { get; init; } = [];

    /// <summary>The last price; null before there was one.</summary>
    public decimal? Price { get; init; }

    /// <summary>When that price was, by the clock of the market.</summary>
    public DateTimeOffset? PriceAt { get; init; }

    /// <summary>Points of the equity line that are new since the last frame, and the number of the first.</summary>
    public EquityPoints NewEquity { get; init; } = EquityPoints.None;
}

/// <summary>Where prices come from.</summary>
public sealed record FeedFrame
{
    /// <summary>In words: "Replay of SYN-TREND (demo), daily bars".</summary>
    public required string Words { get; init; }

    /// <summary>Times the speed of the exchange.</summary>
    public required double Speed { get; init; }

    /// <summary>Bars played.</summary>
    public int Played { get; init; }

    /// <summary>Bars to play in all; null before the bars were read.</summary>
    public int? Total { get; init; }

    /// <summary>True when there is nothing left to play.</summary>
    public bool IsFinished { get; init; }
}

/// <summary>A position.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Shares">Shares, negative when sold short.</param>
/// <param name="AverageCost">Mean price of the shares held.</param>
/// <param name="Price">Last price; null when it is not known.</param>
/// <param name="Value">Shares times price.</param>
/// <param name="Unrealised">What they would make at the last price.</param>
/// <param name="Stop">Price of the stop that waits behind it; null without one.</param>
/// <param name="Target">Price of the target that waits; null without one.</param>
public sealed record PositionFrame(string Symbol, decimal Shares, decimal AverageCost, decimal? Price, decimal? Value, decimal? Unrealised, decimal? Stop, decimal? Target);

/// <summary>An order that is not over.</summary>
public sealed record OrderFrame(
    string Reference, string Symbol, OrderSide Side, OrderKind Kind, decimal Quantity, decimal Filled, decimal? Limit, decimal? Stop, OrderState State, string? Why, string Reason, DateTimeOffset Decided);

/// <summary>An execution.</summary>
/// <param name="Id">The broker's id of it.</param>
/// <param name="Reference">The order.</param>
/// <param name="At">When, by the clock of the market.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Quantity">Shares.</param>
/// <param name="Price">Price a share.</param>
/// <param name="Commission">What the broker took; null while it has not said.</param>
/// <param name="Reason">Why the order was placed.</param>
public sealed record FillFrame(string Id, string Reference, DateTimeOffset At, string Symbol, OrderSide Side, decimal Quantity, decimal Price, decimal? Commission, string Reason);

/// <summary>An order that was refused.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Side">Would have bought or sold.</param>
/// <param name="Quantity">Shares.</param>
/// <param name="Code">Code of the reason.</param>
/// <param name="Rule">The rule, the protection or the gate.</param>
/// <param name="Value">What it would have come to; null without a number.</param>
/// <param name="Limit">What is allowed.</param>
/// <param name="Words">The case in words; null without.</param>
public sealed record RefusalFrame(DateTimeOffset At, string Symbol, OrderSide Side, decimal Quantity, string Code, string Rule, double? Value, double? Limit, string? Words);

/// <summary>A lock of a protection that holds now.</summary>
/// <param name="Number">Its number, which unlocking asks for.</param>
/// <param name="Symbol">The symbol; null is all of them.</param>
/// <param name="By">The protection.</param>
/// <param name="Words">Why.</param>
/// <param name="From">Since when, by the clock of the market.</param>
/// <param name="Until">Until when.</param>
public sealed record LockFrame(int Number, string? Symbol, string By, string Words, DateTimeOffset From, DateTimeOffset Until);

/// <summary>A rule that keeps the account closed.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Code">Code of the reason.</param>
/// <param name="Value">What it came to; null without a number.</param>
/// <param name="Limit">What is allowed.</param>
/// <param name="Reopens">Day on which it opens again; null when a person has to decide.</param>
public sealed record HaltFrame(string Rule, string Code, double? Value, double? Limit, DateOnly? Reopens);

/// <summary>How much of a limit is used.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Name">What people read.</param>
/// <param name="Used">Used, in <paramref name="Unit"/>; null when it is not known.</param>
/// <param name="Limit">Allowed, in the same unit.</param>
/// <param name="Unit">Fraction, count and so on.</param>
/// <param name="BindsFirst">True for the one of which the largest part is used.</param>
public sealed record RiskBar(string Rule, string Name, double? Used, double Limit, RuleUnit Unit, bool BindsFirst);
