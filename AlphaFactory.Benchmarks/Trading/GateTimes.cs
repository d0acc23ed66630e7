using System.Diagnostics;
using System.Globalization;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Benchmarks.Trading;

/// <summary>How long the gate takes for one order, all rules on, by rank: the goal is a p99 under a millisecond.</summary>
internal static class GateTimes
{
    private const int Orders = 200_000, WarmUp = 20_000, Positions = 20, Placed = 50;

    public static void Run()
    {
        var gate = new RiskGate([.. RiskPreset.Trading.Rules.Select(rule => RiskRegistry.Shipped().Find(rule)!).Select(entry => new RiskSetting(entry, entry.Parameters.Defaults()))]);
        var now = new DateTimeOffset(2024, 3, 4, 15, 0, 0, TimeSpan.Zero);
        Holding[] holdings = [.. Enumerable.Range(0, Positions).Select(i => new Holding($"S{i}", 20, 100, 95) { Sector = $"Sector {i % 8}", Correlation = 0.05 * (i % 12) })];
        PlacedOrder[] placed = [.. Enumerable.Range(0, Placed).Select(i => new PlacedOrder($"S{i % Positions}", 1, 20, now.AddSeconds(-i)))];
        var facts = new GateFacts
        {
            Account = new RiskFacts
            {
                Equity = 100_000,
                Cash = 60_000,
                DayStartEquity = 100_000,
                WeekStartEquity = 100_000,
                PeakEquity = 101_000,
                Holdings = holdings,
                Market = new MarketFacts { Now = now, LastPrice = 50, DataAge = 1, Placed = placed, Restricted = new HashSet<string> { "X" }, Earnings = [new DateOnly(2024, 5, 1)] },
            },
            Held = 0,
            Price = 50,
            Costs = 1,
            Stop = 45,
            Sector = "Energy",
        };
        double[] microseconds = new double[Orders];
        int approved = 0, cut = 0;
        for (int i = -WarmUp; i < Orders; i++)
        {
            var ticket = new OrderTicket { Reference = OrderRef.Of("bench", "NEW", now, i), Symbol = "NEW", Side = OrderSide.Buy, Quantity = 50 + (Math.Abs(i) % 100), Decided = now, DecisionPrice = 50 };
            long start = Stopwatch.GetTimestamp();
            var answer = gate.Judge(ticket, facts);
            double elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            if (i >= 0)
            {
                microseconds[i] = elapsed;
                approved += answer is GateAnswer.Approved ? 1 : 0;
                cut += answer is GateAnswer.Approved { Bound.Count: > 0 } ? 1 : 0;
            }
        }

        Array.Sort(microseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{RiskPreset.Trading.Rules.Count} rules, {Positions} positions, {Placed} orders within the last minute; {Orders} orders judged, {approved} approved, {cut} of them cut"));
        foreach (double rank in (double[])[0.5, 0.9, 0.99, 0.999])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p{rank * 100:0.#}: {microseconds[(int)(rank * Orders)]:0.0} us"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"max: {microseconds[^1]:0.0} us"));
    }
}
