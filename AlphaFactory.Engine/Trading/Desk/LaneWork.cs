using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Earnings;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What every lane works with.</summary>
/// <param name="Bars">Stored bars.</param>
/// <param name="Earnings">Days of earnings reports.</param>
/// <param name="Strategies">The strategies there are.</param>
/// <param name="Journals">Where orders are written down.</param>
/// <param name="Store">Where the clocks are kept.</param>
/// <param name="Events">Where it is told what happens.</param>
/// <param name="Kill">The kill switch.</param>
/// <param name="Terms">How the built-in broker treats a deployment.</param>
/// <param name="Witnesses">Who keeps what sessions saw and what the gate kept from them.</param>
/// <param name="Clock">The time of the machine.</param>
/// <param name="Log">Told what failed, with the deployment's id.</param>
internal sealed record LaneWork(
    ISeriesReader Bars, IEarningsCalendar Earnings, IStrategyCatalog Strategies, IOrderJournals Journals, IDeskStore Store, DeskEventLog Events, KillSwitch Kill, SimulatedTermsOf Terms, SessionWitnesses Witnesses, TimeProvider Clock, Action<string, Exception> Log);

/// <summary>How the built-in broker treats a deployment.</summary>
internal delegate SimulatedTerms SimulatedTermsOf(Deployment deployment);
