using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Trading;
using static AlphaFactory.Tests.Core.Trading.Tickets;

namespace AlphaFactory.Tests.Core.Trading;

public sealed class AccountLedgerTests
{
    private readonly AccountLedger _ledger = new(10_000);

    [Fact]
    public void Shares_are_held_at_mean_cost_and_what_is_sold_is_realised()
    {
        Buy("a", 100, 10, 1);
        Buy("b", 100, 12, 1);
        Sell("c", 50, 15, 1);
        var line = _ledger.Of("ACME");
        Assert.Equal((150m, 11m, 200m, 3m), (line.Quantity, line.AverageCost, line.Realised, line.Commission));
        Assert.Equal(10_000 - 1000 - 1200 + 750 - 3, _ledger.Cash);
        Assert.Equal(150m, line.Unrealised(12));
        Assert.Equal(_ledger.Cash + (150 * 12), _ledger.Equity(_ => 12));
    }

    [Fact]
    public void A_sale_beyond_what_is_held_realises_the_one_part_and_sells_the_other_short()
    {
        Buy("a", 100, 10);
        Sell("b", 150, 12);
        var line = _ledger.Of("ACME");
        Assert.Equal((-50m, 12m, 200m), (line.Quantity, line.AverageCost, line.Realised));
        Buy("c", 50, 11);
        Assert.Equal((0m, null, 250m), (line.Quantity, line.AverageCost, line.Realised));
        Assert.Equal(10_250, _ledger.Cash);
    }

    [Fact]
    public void A_correction_in_the_past_changes_all_that_came_after_it()
    {
        Buy("a", 100, 10);
        Buy("b", 100, 12);
        Sell("c", 100, 15);
        Assert.Equal(EventOutcome.Applied, _ledger.Book("ACME", OrderSide.Buy, Executed("a", 100, 11, revision: 1)));
        Assert.Equal((100m, 11.5m, 350m), (_ledger.Of("ACME").Quantity, _ledger.Of("ACME").AverageCost, _ledger.Of("ACME").Realised));
        Assert.Equal(10_000 - 1100 - 1200 + 1500, _ledger.Cash);
    }

    [Fact]
    public void Commission_comes_before_or_after_its_execution_and_counts_once()
    {
        _ledger.Charge("a", 1);
        Buy("a", 100, 10);
        Buy("b", 100, 10);
        _ledger.Charge("b", 2);
        Assert.Equal(EventOutcome.Duplicate, _ledger.Charge("b", 2));
        _ledger.Charge("b", 3);
        Assert.Equal(4, _ledger.Of("ACME").Commission);
    }

    [Fact]
    public void Dividends_borrowing_splits_and_deposits_are_told_apart()
    {
        Buy("a", 100, 10);
        _ledger.ReceiveDividend("ACME", 25);
        _ledger.PayBorrow("ACME", 5);
        _ledger.Split("ACME", 2);
        _ledger.Deposit(1000);
        var line = _ledger.Of("ACME");
        Assert.Equal((200m, 5m, 20m), (line.Quantity, line.AverageCost, line.Net));
        Assert.Equal(11_000 - 1000 + 20, _ledger.Cash);
        // A correction of what was bought before the split is restated by it as well.
        _ledger.Book("ACME", OrderSide.Buy, Executed("a", 90, 10, revision: 1));
        Assert.Equal(180, line.Quantity);
    }

    [Fact]
    public void An_execution_of_another_symbol_under_a_known_id_changes_nothing()
    {
        Buy("a", 100, 10);
        Assert.Equal(EventOutcome.Contradiction, _ledger.Book("OTHER", OrderSide.Buy, Executed("a", 100, 10)));
        Assert.Equal(0, _ledger.Of("OTHER").Quantity);
    }

    [Fact]
    public void Equity_is_not_known_while_a_price_is_not()
    {
        Assert.Equal(10_000, _ledger.Equity(_ => null));
        Buy("a", 1, 10);
        Assert.Null(_ledger.Equity(_ => null));
    }

    [Fact]
    public void In_random_trading_nothing_is_made_or_lost_by_the_accounting()
    {
        for (ulong seed = 1; seed <= 300; seed++)
        {
            var random = new SeededRandom(seed);
            var ledger = new AccountLedger(100_000);
            decimal spent = 0, held = 0, commission = 0;
            var last = new Dictionary<string, (decimal Signed, decimal Value, decimal Commission, int Revision)>();
            for (int i = 0; i < 60; i++)
            {
                bool corrects = last.Count > 0 && random.NextInt32(5) == 0;
                string id = corrects ? $"e{random.NextInt32(i)}" : $"e{i}";
                var known = last.GetValueOrDefault(id);
                var side = known.Signed != 0 ? (OrderSide)Math.Sign(known.Signed) : random.NextInt32(2) == 0 ? OrderSide.Buy : OrderSide.Sell;
                var execution = new Execution(id, known.Revision + 1, 1 + random.NextInt32(500), 1 + (random.NextInt32(20_000) / 100m), Now, random.NextInt32(300) / 100m);
                ledger.Book("ACME", side, execution);
                var now = (Signed: (int)side * execution.Quantity, Value: (int)side * execution.Quantity * execution.Price, execution.Commission!.Value, execution.Revision);
                (spent, held, commission) = (spent + now.Value - known.Value, held + now.Signed - known.Signed, commission + now.Item3 - known.Commission);
                last[id] = now;

                var line = ledger.Of("ACME");
                Assert.Equal(held, line.Quantity);
                Assert.Equal(100_000 - spent - commission, ledger.Cash, 12);
                decimal price = execution.Price + 3;
                Assert.Equal(ledger.Equity(_ => price)!.Value, 100_000 + line.Realised + line.Unrealised(price) - line.Commission, 12);
                Assert.True(line.Quantity != 0 || line.Cost == 0);
            }
        }
    }

    private void Buy(string id, decimal quantity, decimal price, decimal? commission = null) => _ledger.Book("ACME", OrderSide.Buy, Executed(id, quantity, price, 0, commission));

    private void Sell(string id, decimal quantity, decimal price, decimal? commission = null) => _ledger.Book("ACME", OrderSide.Sell, Executed(id, quantity, price, 0, commission));
}
