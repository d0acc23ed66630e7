using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading;

/// <summary>The comparison of the books with the broker's: at the start, after each connection, every so often, and whenever something is odd.</summary>
public sealed partial class OrderRouter
{
    private IReadOnlyList<PositionDifference> _differences = [], _suspected = [];
    private BrokerAnswers _answers = new();
    private HashSet<OrderRef> _acknowledgedThen = [];
    private DateTimeOffset? _askedAt;
    private DateTimeOffset _comparedAt, _lastAsked;
    private int _number;
    private long _submitted, _executed, _submittedThen, _executedThen;
    private bool _compared;

    /// <summary>Symbols of which we hold something else than the broker says, seen twice in a row; nothing is placed in them.</summary>
    public IReadOnlyList<PositionDifference> Differences => _differences;

    private void Ask()
    {
        if (_askedAt is not null)
        {
            return;
        }

        (_answers, _submittedThen, _executedThen) = (new BrokerAnswers(), _submitted, _executed);
        _acknowledgedThen = [.. _orders.Values.Where(order => (order.BrokerId is not null || order.Filled > 0) && !order.State.IsOver()).Select(order => order.Ticket.Reference)];
        _lastAsked = _clock.GetUtcNow();
        _askedAt = _broker.Ask(++_number) ? _lastAsked : null;
    }

    private void LookAtQuestions(DateTimeOffset now)
    {
        if (_askedAt is { } asked && now - asked >= _times.Question)
        {
            Tell(new RouterNews.Alarm("no-answer", null, $"The broker owes an answer since {_times.Question.TotalSeconds} s. What was asked stays unknown; it is asked again."));
            _askedAt = null;
        }

        if (_askedAt is null && (!_compared || now - _comparedAt >= _times.Comparison || (_unknownSince.Count > 0 && now - _lastAsked >= _times.Doubt)))
        {
            Ask();
        }
    }

    private async Task TakeAnswerAsync(BrokerEvent answer, CancellationToken cancellationToken)
    {
        int number = answer switch
        {
            BrokerEvent.OpenOrders orders => orders.Number,
            BrokerEvent.Executions executions => executions.Number,
            BrokerEvent.Positions positions => positions.Number,
            BrokerEvent.NoAnswer none => none.Number,
            _ => 0,
        };
        if (number != _number || _askedAt is not { } asked)
        {
            // An answer to an older question says nothing of now.
            return;
        }

        if (answer is BrokerEvent.NoAnswer)
        {
            _askedAt = null;
            return;
        }

        _answers = _answers.With(answer);
        if (!_answers.IsComplete)
        {
            return;
        }

        _askedAt = null;
        if (_submitted != _submittedThen || _executed != _executedThen)
        {
            // Something moved between question and answer, so the answer is of no moment in particular.
            Ask();
            return;
        }

        var held = Ledger.Lines.Where(line => line.Quantity != 0).ToDictionary(line => line.Symbol, line => line.Quantity);
        await TakeAsync(Reconciliation.Compare(_orders.Values, held, _answers, _acknowledgedThen)!, asked, cancellationToken);
    }

    private async Task TakeAsync(ReconciliationResult result, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        foreach (var (reference, happened) in result.News)
        {
            await TakeAsync(_orders[reference], happened, cancellationToken);
        }

        foreach (var reference in result.StillWaiting)
        {
            _broker.Cancel(reference);
        }

        foreach (var order in _orders.Values.Where(order => order.CancelWanted && order.State is (OrderState.Acknowledged or OrderState.Working or OrderState.PartiallyFilled or OrderState.CancelRequested)).ToList())
        {
            await CancelAsync(order.Ticket.Reference, "told again after the connection was lost", cancellationToken);
        }

        if (!result.Differences.SequenceEqual(_suspected))
        {
            // News may be on its way; only what is seen twice is a difference.
            _suspected = result.Differences;
            Ask();
            return;
        }

        foreach (var difference in result.Differences.Except(_differences))
        {
            Tell(new RouterNews.Alarm("position-difference", difference.Symbol, FormattableString.Invariant($"We hold {difference.Ours} of {difference.Symbol}, the broker says {difference.Brokers}. Nothing is placed in it until a person has decided.")));
        }

        bool wasReady = _compared;
        (_differences, _compared, _comparedAt) = (result.Differences, true, _clock.GetUtcNow());
        await SendAgainAsync([.. result.NeverArrived.Where(reference => HasSettled(reference, asked))], cancellationToken);
        if (!wasReady)
        {
            Tell(new RouterNews.Ready());
        }
    }

    /// <summary>Orders that the broker never had are sent again while their decision is fresh and the gate agrees, and given up otherwise.</summary>
    private async Task SendAgainAsync(IReadOnlyList<OrderRef> neverArrived, CancellationToken cancellationToken)
    {
        foreach (var order in neverArrived.Select(reference => _orders[reference]).Concat(_orders.Values.Where(order => order.State == OrderState.Held)).ToList())
        {
            var age = _clock.GetUtcNow() - order.Ticket.Decided;
            if (order.CancelWanted || age > _times.SendAgain)
            {
                await TakeAsync(order, new OrderEvent.Cancelled(order.CancelWanted ? "it never arrived at the broker" : $"it never arrived at the broker, and its decision is {age.TotalSeconds:0} s old"), cancellationToken);
            }
            else if (_approveAgain(order.Ticket) is GateAnswer.Approved approved && approved.Order.Ticket == order.Ticket)
            {
                await HandOverAsync(order, approved.Order, cancellationToken);
            }
            else
            {
                await TakeAsync(order, new OrderEvent.Cancelled("it never arrived at the broker, and the gate no longer lets all of it pass"), cancellationToken);
            }
        }
    }

    /// <summary>True when the question was asked long enough after the doubt arose.</summary>
    private bool HasSettled(OrderRef reference, DateTimeOffset asked) => _unknownSince.TryGetValue(reference, out var since) && asked - since >= _times.Settle;
}
