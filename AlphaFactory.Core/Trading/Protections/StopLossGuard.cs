using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading.Protections;

/// <summary>A pause after several stops.</summary>
[Protection("stop-loss-guard", "Stop-loss guard", Says = "After so many losing trades were ended by their stops within a while, the symbol, or every symbol, is closed for a while.")]
public sealed class StopLossGuard : Protection<StopLossGuardParameters>
{
    private static readonly RuleCode s_stops = new("stops-in-a-row", "Too many trades had been stopped out at a loss.", RuleUnit.Count);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_stops];

    /// <inheritdoc/>
    protected override LockDemand? Judge(ProtectionFacts facts, StopLossGuardParameters parameters)
    {
        if (!facts.Last.ByStop)
        {
            return null;
        }

        int stops = facts.Within(parameters.Lookback).Count(trade => trade is { ByStop: true, Return: < 0 } && (!parameters.OneSymbol || trade.Symbol == facts.Last.Symbol));
        return stops < parameters.Stops ? null : new LockDemand(
            parameters.OneSymbol ? facts.Last.Symbol : null,
            new Breach(s_stops.Id, stops, parameters.Stops),
            facts.Last.Ended.AddMinutes(parameters.Minutes),
            string.Create(CultureInfo.InvariantCulture, $"{stops} trades{(parameters.OneSymbol ? $" of {facts.Last.Symbol}" : "")} were stopped out at a loss within {parameters.Lookback} minutes."));
    }
}

/// <summary>Parameters of <see cref="StopLossGuard"/>.</summary>
public sealed record StopLossGuardParameters : ProtectionParameters
{
    /// <summary>How many.</summary>
    [Range(1, 1000), Display(Name = "Stops", Description = "Losing trades ended by a stop.")]
    public int Stops { get; init; } = 3;

    /// <summary>Within.</summary>
    [Range(1, 525_600), Unit("min"), Display(Name = "Within", Description = "Minutes in which they are counted.")]
    public int Lookback { get; init; } = 1440;

    /// <summary>How long.</summary>
    [Range(1, 525_600), Unit("min"), Display(Name = "Closed for", Description = "Minutes after the last of them.")]
    public int Minutes { get; init; } = 1440;

    /// <summary>True looks at each symbol alone.</summary>
    [Display(Name = "Each symbol alone", Description = "Counts and closes one symbol; off counts and closes all together.")]
    public bool OneSymbol { get; init; }
}
