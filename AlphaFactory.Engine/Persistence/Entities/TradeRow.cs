namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One trade of a run.</summary>
internal sealed class TradeRow
{
    public required string RunId { get; set; }
    public int Ordinal { get; set; }
    public required string Symbol { get; set; }
    public int Side { get; set; }
    public int EntryBar { get; set; }
    public DateTimeOffset EntryTime { get; set; }
    public double EntryPrice { get; set; }
    public double Quantity { get; set; }
    public int ExitBar { get; set; }
    public DateTimeOffset ExitTime { get; set; }
    public double ExitPrice { get; set; }
    public required string ExitReason { get; set; }
    public double ProfitAndLoss { get; set; }
    public double Return { get; set; }
    public double Commission { get; set; }
    public double Slippage { get; set; }
    public double Dividends { get; set; }
    public double Borrow { get; set; }
    public double? FirstStop { get; set; }
    public double? FirstTarget { get; set; }
    public double? RMultiple { get; set; }
    public double MaximumAdverseExcursion { get; set; }
    public double MaximumFavourableExcursion { get; set; }
}
