namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>The bars of a file as columns, in the order of the file.</summary>
internal sealed class CsvRows
{
    public List<long> Lines { get; } = [];

    public List<CsvTime> Times { get; } = [];

    public List<double> Open { get; } = [];

    public List<double> High { get; } = [];

    public List<double> Low { get; } = [];

    public List<double> Close { get; } = [];

    public List<double> Volume { get; } = [];

    /// <summary>Adjusted over plain close; empty where the file has no adjusted close.</summary>
    public List<double> Factor { get; } = [];

    public int Count => Lines.Count;

    /// <summary>Bars whose high or low missed open or close by rounding and were widened.</summary>
    public int Widened { get; set; }

    public void Add(long line, CsvTime time, in CsvPrices prices)
    {
        Lines.Add(line);
        Times.Add(time);
        Open.Add(prices.Open);
        High.Add(prices.High);
        Low.Add(prices.Low);
        Close.Add(prices.Close);
        Volume.Add(prices.Volume);
        if (prices.Adjusted is { } adjusted)
        {
            Factor.Add(adjusted / prices.Close);
        }
    }
}

/// <summary>The numbers of one line.</summary>
internal record struct CsvPrices(double Open, double High, double Low, double Close, double Volume, double? Adjusted);
