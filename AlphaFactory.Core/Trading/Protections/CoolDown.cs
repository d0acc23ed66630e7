using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading.Protections;

/// <summary>A pause after every trade.</summary>
[Protection("cool-down", "Cool-down", Says = "After a trade has ended, its symbol is closed for a while, whatever the trade made.")]
public sealed class CoolDown : Protection<CoolDownParameters>
{
    private static readonly RuleCode s_pause = new("cool-down", "A trade of the symbol had ended shortly before.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_pause];

    /// <inheritdoc/>
    protected override LockDemand Judge(ProtectionFacts facts, CoolDownParameters parameters) => new(
        facts.Last.Symbol,
        new Breach(s_pause.Id, 0, parameters.Minutes),
        facts.Last.Ended.AddMinutes(parameters.Minutes),
        string.Create(CultureInfo.InvariantCulture, $"A trade of {facts.Last.Symbol} ended at {TradingCalendar.Nyse.WallClock(facts.Last.Ended):yyyy-MM-dd HH:mm} {TradingCalendar.ZoneWord}."));
}

/// <summary>Parameters of <see cref="CoolDown"/>.</summary>
public sealed record CoolDownParameters : ProtectionParameters
{
    /// <summary>How long.</summary>
    [Range(1, 525_600), Unit("min"), Display(Name = "Closed for", Description = "Minutes after a trade in which its symbol is closed.")]
    public int Minutes { get; init; } = 60;
}
