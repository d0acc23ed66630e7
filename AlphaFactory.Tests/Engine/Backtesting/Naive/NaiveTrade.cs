namespace AlphaFactory.Tests.Engine.Backtesting.Naive;

/// <summary>A trade as the naive engine writes it down, every fill kept.</summary>
internal sealed class NaiveTrade
{
    public int Side { get; init; }

    public int EntryBar { get; init; }

    public List<(double Signed, double Price, double Commission)> Fills { get; } = [];

    public double Dividends { get; set; }

    public double Borrow { get; set; }

    public int ExitBar { get; set; }

    public string Reason { get; set; } = "open";

    /// <summary>What the levels are made of, restated at splits.</summary>
    public double Base { get; set; }

    public double Entry { get; set; }

    public double DecisionAtr { get; set; }

    public double? FirstStop { get; set; }

    public double? FirstTarget { get; set; }

    /// <summary>Ranges of the closed bars held from their open.</summary>
    public List<(double High, double Low, double Atr)> Held { get; } = [];

    public double Bought(int side) => Fills.Where(fill => Math.Sign(fill.Signed) == side).Sum(fill => Math.Abs(fill.Signed));

    public double Worth(int side) => Fills.Where(fill => Math.Sign(fill.Signed) == side).Sum(fill => Math.Abs(fill.Signed) * fill.Price);
}
