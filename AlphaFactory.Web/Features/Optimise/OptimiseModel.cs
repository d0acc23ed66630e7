using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Studies;

namespace AlphaFactory.Web.Features.Optimise;

/// <summary>The form of a sweep.</summary>
public sealed class OptimiseModel(StrategyCatalog strategies, RunSpecValidator validator, IBarStore bars, StatisticRegistry statistics, IStudies studies)
{
    /// <summary>What is asked.</summary>
    public StudyForm Form { get; } = new(strategies, validator, bars, statistics, studies, isWalk: false);
}
