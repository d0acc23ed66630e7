using System.Text.Json.Serialization;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>How much something matters.</summary>
public enum DeskSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Somebody should look.</summary>
    Warning,

    /// <summary>Somebody must look now.</summary>
    Critical,
}

/// <summary>Something that happened at the desk, with its numbers. The kinds are for ever: they stand in the database.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Filled), "filled")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(OrderUnknown), "order-unknown")]
[JsonDerivedType(typeof(ConnectionLost), "connection-lost")]
[JsonDerivedType(typeof(ConnectionBack), "connection-back")]
[JsonDerivedType(typeof(Alarm), "alarm")]
[JsonDerivedType(typeof(StateChanged), "state-changed")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(RuleHalted), "rule-halted")]
[JsonDerivedType(typeof(Locked), "locked")]
[JsonDerivedType(typeof(Unlocked), "unlocked")]
[JsonDerivedType(typeof(Killed), "killed")]
[JsonDerivedType(typeof(Unkilled), "unkilled")]
[JsonDerivedType(typeof(FeedEnded), "feed-ended")]
[JsonDerivedType(typeof(DayEnded), "day-ended")]
public abstract record DeskEvent
{
    private DeskEvent()
    {
    }

    /// <summary>How much it matters.</summary>
    [JsonIgnore]
    public virtual DeskSeverity Severity => DeskSeverity.Info;

    /// <summary>Shares changed hands, or (revision above 0) an earlier word on that was corrected.</summary>
    public sealed record Filled(string Reference, string Execution, int Revision, string Symbol, OrderSide Side, decimal Quantity, decimal Price, decimal? Commission, string Reason, decimal Position) : DeskEvent;

    /// <summary>The gate refused an order.</summary>
    public sealed record Refused(string Reference, string Symbol, OrderSide Side, decimal Quantity, string Code, string Rule, double? Value, double? Limit, string? Words) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Warning;
    }

    /// <summary>The broker would not have an order.</summary>
    public sealed record Rejected(string Reference, string Symbol, OrderSide Side, decimal Quantity, string Why) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Warning;
    }

    /// <summary>Nobody knows what became of an order: an answer did not come.</summary>
    public sealed record OrderUnknown(string Reference, string Symbol, string Why) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Critical;
    }

    /// <summary>The connection to the broker is gone.</summary>
    public sealed record ConnectionLost(string Why) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Warning;
    }

    /// <summary>The connection is back and the books are compared.</summary>
    public sealed record ConnectionBack : DeskEvent;

    /// <summary>A person must know: a difference of positions, a foreign order, a journal that cannot be written.</summary>
    public sealed record Alarm(string Code, string? Symbol, string Words) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Critical;
    }

    /// <summary>A deployment does something else.</summary>
    public sealed record StateChanged(DeploymentState From, DeploymentState To, string By, string Note) : DeskEvent;

    /// <summary>A deployment failed and paused itself; the others go on.</summary>
    public sealed record Failed(string Why) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Critical;
    }

    /// <summary>A risk rule bound and closed the account to new positions, or closes its positions.</summary>
    public sealed record RuleHalted(string Rule, string Code, double? Value, double? Limit, bool Flattens) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Critical;
    }

    /// <summary>A protection closed a symbol for a while.</summary>
    public sealed record Locked(int Number, string? Symbol, string By, string Words, DateTimeOffset Until) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Warning;
    }

    /// <summary>A person took a lock off.</summary>
    public sealed record Unlocked(int Number, string By, string Note) : DeskEvent;

    /// <summary>The kill switch was thrown.</summary>
    public sealed record Killed(string By, string Why, string Way) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Critical;
    }

    /// <summary>The kill switch was taken back.</summary>
    public sealed record Unkilled(string By, string Note) : DeskEvent
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override DeskSeverity Severity => DeskSeverity.Warning;
    }

    /// <summary>There is nothing left to play.</summary>
    public sealed record FeedEnded(int Bars, decimal? Equity) : DeskEvent;

    /// <summary>A trading day of the market ended.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Equity">Equity at its close.</param>
    /// <param name="Pnl">Made on the day, all of it.</param>
    /// <param name="Realised">The part of it that is money already, costs taken off.</param>
    /// <param name="Fills">Executions on the day.</param>
    /// <param name="Refusals">Orders the gate refused on the day.</param>
    /// <param name="Position">Shares held at the close.</param>
    /// <param name="Drawdown">Fall from the peak, a fraction at or below 0.</param>
    public sealed record DayEnded(DateOnly Day, decimal Equity, decimal Pnl, decimal Realised, int Fills, int Refusals, decimal Position, double Drawdown) : DeskEvent;
}
