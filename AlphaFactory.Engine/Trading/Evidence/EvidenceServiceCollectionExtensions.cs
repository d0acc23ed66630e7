using AlphaFactory.Engine.Trading.Evidence.Ladder;
using AlphaFactory.Engine.Trading.Evidence.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>Registers what this folder offers.</summary>
public static class EvidenceServiceCollectionExtensions
{
    /// <summary>Adds the comparison of deployments with their backtests, the ladder they climb, and the reports. The stores behind them come from Persistence.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<SessionWitnesses>()
        .AddHostedService<WitnessWriter>()
        .AddSingleton<IShadow, Shadow>()
        .AddHostedService<EveningShadow>()
        .AddSingleton<ILadder, LadderReader>()
        .AddSingleton<IDayReports, DayReports>();
}
