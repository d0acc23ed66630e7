using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Log messages of this folder; event ids 2000 to 2099.</summary>
internal static partial class MarketDataLog
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Information, Message = "Demo market: {Series} series written in {Seconds:F1} s")]
    public static partial void DemoMarketWritten(ILogger logger, int series, double seconds);
}
