using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Core.Trading.Protections;

namespace AlphaFactory.Tests.Core.Trading.Protections;

public sealed class ProtectionTests
{
    private static readonly DateTimeOffset s_now = new(2024, 3, 4, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void After_a_trade_its_symbol_cools_down()
    {
        var demand = Judge("cool-down", [Ended("A", 0, 0.1)], ("minutes", "30"))!;
        Assert.Equal(("A", s_now.AddMinutes(30)), (demand.Symbol, demand.Until));
    }

    [Fact]
    public void Three_stops_at_a_loss_within_a_day_close_every_symbol()
    {
        EndedTrade[] two = [Ended("A", 60, -0.01, true), Ended("B", 0, -0.01, true)];
        Assert.Null(Judge("stop-loss-guard", two));
        var demand = Judge("stop-loss-guard", [Ended("C", 90, -0.01, true), .. two])!;
        Assert.Equal((null, 3.0, s_now.AddDays(1)), (demand.Symbol, demand.Why.Value, demand.Until));
        Assert.Null(Judge("stop-loss-guard", [Ended("C", 1441, -0.01, true), .. two])); // too long ago
        Assert.Null(Judge("stop-loss-guard", [Ended("C", 90, 0.01, true), .. two])); // a trailing stop that won
        Assert.Null(Judge("stop-loss-guard", [Ended("C", 90, -0.01, false), .. two])); // left by signal
        Assert.Null(Judge("stop-loss-guard", [Ended("C", 90, -0.01, true), .. two], ("one_symbol", "true")));
        Assert.Equal("B", Judge("stop-loss-guard", [Ended("B", 90, -0.01, true), Ended("B", 60, -0.01, true), .. two], ("one_symbol", "true"))!.Symbol);
    }

    [Fact]
    public void A_symbol_that_makes_too_little_is_closed()
    {
        Assert.Null(Judge("low-profit-lock", [Ended("A", 0, -0.5)])); // one trade is not enough to judge by
        Assert.Null(Judge("low-profit-lock", [Ended("A", 60, -0.03), Ended("A", 0, 0.01)]));
        Assert.Null(Judge("low-profit-lock", [Ended("B", 60, -0.03), Ended("A", 0, -0.01)]));
        var demand = Judge("low-profit-lock", [Ended("A", 60, -0.03), Ended("A", 0, 0.005)])!;
        Assert.Equal("A", demand.Symbol);
        Assert.Equal(-0.025, demand.Why.Value, 12);
    }

    [Fact]
    public void A_lock_holds_until_its_time_is_over_or_somebody_says_why_not()
    {
        var book = new LockBook();
        var one = book.Add(Judge("cool-down", [Ended("A", 0, 0)])!, "cool-down", s_now)!;
        Assert.Null(book.Add(Judge("cool-down", [Ended("A", 0, 0)])!, "cool-down", s_now)); // it is closed as long already
        Assert.Equal(one, book.On("A", s_now));
        Assert.Equal(one, book.On("A", s_now.AddMinutes(59)));
        Assert.Null(book.On("A", s_now.AddMinutes(60)));
        Assert.Null(book.On("B", s_now));
        Assert.Equal(UnlockOutcome.NoteMissing, book.Unlock(1, "anna", "  ", s_now));
        Assert.Equal(UnlockOutcome.NotFound, book.Unlock(2, "anna", "no reason", s_now));
        Assert.Equal(UnlockOutcome.Unlocked, book.Unlock(1, "anna", " the feed was wrong ", s_now.AddMinutes(1)));
        Assert.Equal(("anna", s_now.AddMinutes(1), "the feed was wrong"), book.All[0].Unlocked);
        Assert.Equal(UnlockOutcome.AlreadyOver, book.Unlock(1, "anna", "again", s_now));
        Assert.Null(book.On("A", s_now.AddMinutes(2)));
    }

    [Fact]
    public void A_book_of_locks_comes_back_as_it_was()
    {
        var book = new LockBook();
        book.Add(new LockDemand(null, new Breach("stops-in-a-row", 3, 3), s_now.AddHours(1), "three stops"), "stop-loss-guard", s_now);
        book.Add(new LockDemand("A", new Breach("cool-down", 0, 60), s_now.AddHours(2), "a trade"), "cool-down", s_now);
        var again = LockBook.Restore(book.All);
        Assert.Equal(book.All, again.All);
        Assert.Equal(2, again.On("A", s_now)!.Number); // the one that lasts longest
        Assert.Equal(1, again.On("B", s_now)!.Number);
        Assert.Throws<ArgumentException>(() => LockBook.Restore(book.All.Reverse()));
    }

    [Fact]
    public void Every_protection_says_what_it_does_and_a_code_that_is_taken_stops_the_start()
    {
        Assert.Equal(["cool-down", "low-profit-lock", "stop-loss-guard"], ProtectionRegistry.Shipped().All.Select(entry => entry.Id));
        Assert.All(ProtectionRegistry.Shipped().All, entry => Assert.EndsWith(".", entry.About.Says, StringComparison.Ordinal));
        Assert.All(ProtectionRegistry.Shipped().All.SelectMany(entry => entry.Parameters.Definitions), definition => Assert.NotEmpty(definition.Help));
        Assert.Contains("\"leverage\"", Assert.Throws<RegistrationException>(() => new ProtectionRegistry([typeof(Taken)])).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"cool-down\"?", ProtectionRegistry.Shipped().Miss("cooldown"), StringComparison.Ordinal);
    }

    private static EndedTrade Ended(string symbol, int minutesAgo, double profit, bool byStop = false) => new(symbol, s_now.AddMinutes(-minutesAgo), profit, byStop);

    private static LockDemand? Judge(string id, EndedTrade[] trades, params (string Name, string Text)[] parameters)
    {
        var entry = ProtectionRegistry.Shipped().Find(id)!;
        var record = entry.Parameters.Parse(parameters.ToDictionary(pair => pair.Name, pair => pair.Text), out var faults);
        Assert.Empty(faults);
        return entry.Protection.Judge(new ProtectionFacts(s_now, trades[^1], trades), record!);
    }

    [Protection("taken", "Taken", Says = "Takes a code.")]
    public sealed class Taken : Protection<CoolDownParameters>
    {
        public override IReadOnlyList<RuleCode> Codes { get; } = [new("leverage", "Taken.", RuleUnit.None)];

        protected override LockDemand? Judge(ProtectionFacts facts, CoolDownParameters parameters) => null;
    }
}
