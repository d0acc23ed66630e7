namespace AlphaFactory.Engine.MarketData;

/// <summary>Tells this process that stored bars changed. Another process is not told; whoever must know for certain asks the store from time to time.</summary>
public sealed class BarNews
{
    /// <summary>Raised from any thread after bars were written or removed.</summary>
    public event Action? Changed;

    /// <summary>Called by the store once a change is committed.</summary>
    internal void Tell() => Changed?.Invoke();
}
