using AlphaFactory.Engine.Trading;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>The mode of trading in words; the word stands on every page that trades and in its title.</summary>
public static class ModeWords
{
    /// <summary><c>Simulated</c>, <c>Paper</c> or <c>Live</c>.</summary>
    public static string Word(TradingMode mode) => mode.ToString();

    /// <summary>The value of <c>data-mode</c> that colours frame and word.</summary>
    public static string Css(TradingMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>What becomes of an order in that mode.</summary>
    public static string Sentence(TradingMode mode) => mode switch
    {
        TradingMode.Simulated => "Replay of stored bars. Orders fill in the built-in order book; nothing leaves this machine.",
        TradingMode.Paper => "Orders go to the paper system of the broker; no money moves.",
        _ => "Orders are real and cost money.",
    };
}
