using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Core.Sizing;

/// <summary>A part of the share that would have grown fastest on the trades so far.</summary>
[Sizing("kelly", "Kelly",
    Says = "Takes a part of the share of equity that would have grown fastest on the closed trades so far. A few dozen trades leave that share very unsure, so by default the low end of its 95% interval counts, and the interval often begins at 0.",
    Formula = "fraction x f, f = argmax of mean ln(1 + f r) over the closed trades' returns r, or the low end of its interval; the floor at least",
    Source = "Kelly, A New Interpretation of Information Rate (1956); Thorp, The Kelly Criterion in Blackjack, Sports Betting and the Stock Market (2006)")]
public sealed class Kelly : Sizing<KellyParameters>
{
    /// <inheritdoc/>
    protected override SizingAnswer Size(in SizingFacts facts, KellyParameters parameters)
    {
        if (facts.TradeReturns.Count < parameters.MinTrades || KellyEstimate.Of([.. facts.TradeReturns]) is not { } estimate)
        {
            return Within(facts, parameters.Start);
        }

        double share = parameters.Use == KellyUse.Low ? estimate.Low : estimate.Fraction;
        return Within(facts, Math.Max(parameters.Fraction * share, parameters.Floor));
    }
}

/// <summary>Parameters of <see cref="Kelly"/>.</summary>
public sealed record KellyParameters : SizingParameters
{
    /// <summary>Part of the Kelly share taken.</summary>
    [Percent, Range(0.01, 1.0), Display(Name = "Part of Kelly", Description = "Half or less is common: the whole share halves equity one time in two on the way.")]
    public double Fraction { get; init; } = 0.5;

    /// <summary>Which value of the interval counts.</summary>
    [Display(Name = "Which value", Description = "low takes the low end of the 95% interval, middle the estimate itself.")]
    public KellyUse Use { get; init; } = KellyUse.Low;

    /// <summary>Closed trades before the estimate is used.</summary>
    [Range(2, 10000), Unit("trades"), Display(Name = "Trades before it is used", Description = "Until then, and while no trade has lost or none has won, the starting share holds.")]
    public int MinTrades { get; init; } = 20;

    /// <summary>Share before that.</summary>
    [Percent, Range(0.001, 1.0), Display(Name = "Starting share", Description = "Share of equity while there are too few trades.")]
    public double Start { get; init; } = 0.25;

    /// <summary>Smallest share.</summary>
    [Percent, Range(0.0, 1.0), Display(Name = "Smallest share", Description = "Keeps trading small when the estimate is 0, so that new trades can change it; 0 stops for good.")]
    public double Floor { get; init; } = 0.05;
}

/// <summary>Which value of the Kelly share's interval counts.</summary>
public enum KellyUse
{
    /// <summary>The low end of the 95% interval, 0 at least.</summary>
    Low,

    /// <summary>The estimate.</summary>
    Middle,
}
