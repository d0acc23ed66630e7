using System.Threading.Channels;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Live;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>Makes the witness of a deployment, and holds what the witnesses tell until <see cref="WitnessWriter"/> has it in the store. Telling never waits.</summary>
public sealed class SessionWitnesses
{
    private readonly Channel<object> _told = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });

    internal ChannelReader<object> Told => _told.Reader;

    /// <summary>The witness of a deployment's session.</summary>
    /// <param name="deployment">Id of the deployment.</param>
    public ISessionWitness Of(string deployment) => new Witness(deployment, _told.Writer);

    private sealed class Witness(string deployment, ChannelWriter<object> told) : ISessionWitness
    {
        public void Saw(BarSeries seen) => told.TryWrite(SeenBar.LastOf(deployment, seen));

        public void Refused(OrderTicket ticket, RiskRefusal refusal) =>
            told.TryWrite(Record(ticket, 0, refusal.Code, refusal.By, refusal.Value, refusal.Limit) with { Words = refusal.Words });

        public void Cut(OrderTicket asked, decimal allowed, BoundRule tightest) =>
            told.TryWrite(Record(asked, allowed, tightest.Why.Code, tightest.Rule, tightest.Why.Value, tightest.Why.Limit));

        private GateRecord Record(OrderTicket ticket, decimal allowed, string code, string by, double value, double limit) => new()
        {
            Deployment = deployment,
            Reference = ticket.Reference.Text,
            Symbol = ticket.Symbol,
            Side = ticket.Side,
            Decided = ticket.Decided,
            Asked = ticket.Quantity,
            Allowed = allowed,
            Code = code,
            By = by,
            Value = double.IsFinite(value) ? value : null,
            Limit = double.IsFinite(limit) ? limit : null,
        };
    }
}
