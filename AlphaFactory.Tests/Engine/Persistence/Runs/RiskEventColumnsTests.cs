using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Persistence.Runs;

namespace AlphaFactory.Tests.Engine.Persistence.Runs;

public sealed class RiskEventColumnsTests
{
    [Fact]
    public void Events_come_back_as_they_were()
    {
        RiskEvent[] events =
        [
            new() { Bar = 3, Rule = "position-size", Code = "position-limit", Outcome = RiskOutcome.Cut, Wanted = 1_000, Allowed = 50, Value = 1.0, Limit = 0.05, IsTightest = true },
            new() { Bar = 3, Rule = "sector-size", Code = "sector-unknown", Outcome = RiskOutcome.Refused, Wanted = 1_000, Value = 1.0, Limit = 0.25 },
            new() { Bar = 70_000, Rule = "drawdown-breaker", Code = "drawdown", Outcome = RiskOutcome.Flattened, Wanted = 12.5, Value = 0.151, Limit = 0.15 },
        ];
        var (words, packed) = RiskEventColumns.Encode(events);
        Assert.Equal(events, RiskEventColumns.Decode(words, packed, events.Length));
    }

    [Fact]
    public void A_run_without_events_stores_nothing_to_speak_of() => Assert.Empty(RiskEventColumns.Decode(null, null, 0));

    [Fact]
    public void A_thousand_events_take_less_than_ten_bytes_each()
    {
        RiskEvent[] events = [.. Enumerable.Range(0, 1_000).Select(i => new RiskEvent { Bar = 20 * i, Rule = "position-size", Code = "position-limit", Outcome = RiskOutcome.Cut, Wanted = 1_000 + (i % 40), Allowed = 50 + (i % 7), Value = 1, Limit = 0.05, IsTightest = true })];
        Assert.InRange(RiskEventColumns.Encode(events).Packed.Length, 1, 10_000);
    }
}
