namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>One node: there is nobody else to tell.</summary>
internal sealed class InProcessDeskBus : IDeskBus
{
    public bool IsShared => false;

    public event Action<DeskNudge>? Nudged;

    public event Action<DeskFrame>? FrameCame
    {
        add { }
        remove { }
    }

    public event Action<KillState>? KillCame
    {
        add { }
        remove { }
    }

    public Func<string, EquityTail?>? EquityOf { get; set; }

    public void Send(DeskFrame frame)
    {
    }

    public void Send(DeskNudge nudge) => Nudged?.Invoke(nudge);

    public void Send(KillState state)
    {
    }

    public Task<EquityTail?> AskEquityAsync(string deployment, CancellationToken cancellationToken) => Task.FromResult(EquityOf?.Invoke(deployment));
}
