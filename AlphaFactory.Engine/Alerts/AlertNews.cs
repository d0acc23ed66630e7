namespace AlphaFactory.Engine.Alerts;

/// <summary>Tells this process that the inbox or the log changed. Another process is not told; whoever must know for certain asks the store from time to time.</summary>
public sealed class AlertNews
{
    /// <summary>Raised from any thread.</summary>
    public event Action? Changed;

    internal void Tell() => Changed?.Invoke();
}
