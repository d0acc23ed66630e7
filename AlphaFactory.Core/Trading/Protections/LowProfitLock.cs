using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading.Protections;

/// <summary>A pause for a symbol that does not earn.</summary>
[Protection("low-profit-lock", "Low-profit lock", Says = "When the trades of a symbol together made less than a set return within a while, the symbol is closed for a while.")]
public sealed class LowProfitLock : Protection<LowProfitLockParameters>
{
    private static readonly RuleCode s_low = new("low-profit", "The trades of the symbol had made too little.", RuleUnit.Fraction);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_low];

    /// <inheritdoc/>
    protected override LockDemand? Judge(ProtectionFacts facts, LowProfitLockParameters parameters)
    {
        EndedTrade[] trades = [.. facts.Within(parameters.Lookback).Where(trade => trade.Symbol == facts.Last.Symbol)];
        double made = trades.Sum(trade => trade.Return);
        return trades.Length < parameters.Trades || made >= parameters.Least ? null : new LockDemand(
            facts.Last.Symbol,
            new Breach(s_low.Id, made, parameters.Least),
            facts.Last.Ended.AddMinutes(parameters.Minutes),
            string.Create(CultureInfo.InvariantCulture, $"{trades.Length} trades of {facts.Last.Symbol} made {made * 100:0.##} % together within {parameters.Lookback} minutes."));
    }
}

/// <summary>Parameters of <see cref="LowProfitLock"/>.</summary>
public sealed record LowProfitLockParameters : ProtectionParameters
{
    /// <summary>How many it takes to judge.</summary>
    [Range(1, 1000), Display(Name = "Trades", Description = "Fewest trades to judge by.")]
    public int Trades { get; init; } = 2;

    /// <summary>Least return.</summary>
    [Percent, Range(-1.0, 1.0), Display(Name = "Least return", Description = "Sum of the trades' returns below which the symbol is closed.")]
    public double Least { get; init; } = -0.02;

    /// <summary>Within.</summary>
    [Range(1, 525_600), Unit("min"), Display(Name = "Within", Description = "Minutes in which they are counted.")]
    public int Lookback { get; init; } = 10_080;

    /// <summary>How long.</summary>
    [Range(1, 525_600), Unit("min"), Display(Name = "Closed for", Description = "Minutes after the last trade.")]
    public int Minutes { get; init; } = 10_080;
}
