using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading;

/// <summary>
/// Whoever executes orders. It never waits: every call hands something over and returns, and every answer comes as a <see cref="BrokerEvent"/>, one at a time and in the
/// order the broker tells them. An answer that does not come is the caller's to notice.
/// </summary>
public interface IBroker
{
    /// <summary>Which kind of money this is.</summary>
    TradingMode Mode { get; }

    /// <summary>True while calls can be handed over.</summary>
    bool IsConnected { get; }

    /// <summary>Where every answer goes. There is one listener.</summary>
    Action<BrokerEvent>? Listener { get; set; }

    /// <summary>Hands over an order. Only <see cref="RiskGate"/> makes what this takes.</summary>
    /// <returns>False when there is no connection, and then the broker has nothing of it.</returns>
    bool Place(ApprovedOrder order);

    /// <summary>Asks to take an order back. It may be executed all the same.</summary>
    /// <returns>False when there is no connection.</returns>
    bool Cancel(OrderRef reference);

    /// <summary>Asks for open orders, executions and positions; the three answers come as events of that number.</summary>
    /// <param name="number">The caller's number of the question.</param>
    /// <returns>False when there is no connection.</returns>
    bool Ask(int number);
}

/// <summary>Which kind of money is traded. What is stored of one never mixes with another.</summary>
public enum TradingMode
{
    /// <summary>The built-in broker.</summary>
    Simulated,

    /// <summary>A broker's paper account.</summary>
    Paper,

    /// <summary>Real money.</summary>
    Live,
}
