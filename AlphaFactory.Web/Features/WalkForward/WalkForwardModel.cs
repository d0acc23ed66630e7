using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>The form of a walk-forward.</summary>
public sealed class WalkForwardModel(StrategyCatalog strategies, RunSpecValidator validator, IBarStore bars, StatisticRegistry statistics, IStudies studies)
{
    /// <summary>What is asked.</summary>
    public StudyForm Form { get; } = new(strategies, validator, bars, statistics, studies, isWalk: true);
}
