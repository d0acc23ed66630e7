using System.Collections.Concurrent;
using AlphaFactory.Engine.Redis;

namespace AlphaFactory.Engine.Trading.Desk.Redis;

/// <summary>Carries frames and wishes between nodes over Redis. Losing it keeps other nodes waiting for their next look at the database.</summary>
internal sealed class RedisDeskBus : IDeskBus
{
    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<EquityTail?>> _asked = new();
    private readonly TimeProvider _clock;
    private readonly NodeChannel<Letter> _nodes;

    public RedisDeskBus(RedisLink link, TimeProvider clock)
    {
        _clock = clock;
        _nodes = link.Open<Letter>("alphafactory:desk", Take);
    }

    public bool IsShared => true;

    public event Action<DeskFrame>? FrameCame;

    public event Action<DeskNudge>? Nudged;

    public event Action<KillState>? KillCame;

    public Func<string, EquityTail?>? EquityOf { get; set; }

    public void Send(DeskFrame frame) => _nodes.Send(new Letter { Frame = frame });

    public void Send(DeskNudge nudge)
    {
        Nudged?.Invoke(nudge);
        _nodes.Send(new Letter { Nudge = nudge });
    }

    public void Send(KillState state) => _nodes.Send(new Letter { Kill = state });

    public async Task<EquityTail?> AskEquityAsync(string deployment, CancellationToken cancellationToken)
    {
        if (EquityOf?.Invoke(deployment) is { } own)
        {
            return own;
        }

        var question = Guid.NewGuid();
        var answer = _asked[question] = new TaskCompletionSource<EquityTail?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _nodes.Send(new Letter { Question = question, Deployment = deployment });
            return await answer.Task.WaitAsync(s_answer, _clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            _asked.TryRemove(question, out _);
        }
    }

    private void Take(Letter letter)
    {
        if (letter.Frame is { } frame)
        {
            FrameCame?.Invoke(frame);
        }

        if (letter.Nudge is { } nudge)
        {
            Nudged?.Invoke(nudge);
        }

        if (letter.Kill is { } kill)
        {
            KillCame?.Invoke(kill);
        }

        if (letter is { Question: { } asked, Deployment: { } deployment } && EquityOf?.Invoke(deployment) is { } tail)
        {
            _nodes.Send(new Letter { Answer = asked, Tail = tail });
        }

        if (letter.Answer is { } question && _asked.TryRemove(question, out var waiting))
        {
            waiting.TrySetResult(letter.Tail);
        }
    }

    private sealed record Letter
    {
        public DeskFrame? Frame { get; init; }

        public DeskNudge? Nudge { get; init; }

        public KillState? Kill { get; init; }

        public Guid? Question { get; init; }

        public string? Deployment { get; init; }

        public Guid? Answer { get; init; }

        public EquityTail? Tail { get; init; }
    }
}
