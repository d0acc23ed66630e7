namespace AlphaFactory.Web.Components.Charts;

/// <summary>One stretch of targets on one side of the market.</summary>
/// <param name="Side">+1 long, -1 short.</param>
/// <param name="EntryBar">Bar after whose close the side was first wanted.</param>
/// <param name="ExitBar">Bar after whose close it was no longer wanted; null while it still is.</param>
public readonly record struct SignalTrade(int Side, int EntryBar, int? ExitBar)
{
    /// <summary>The stretches of a column, oldest first. NaN keeps what was wanted before.</summary>
    public static IReadOnlyList<SignalTrade> Of(ReadOnlySpan<double> target)
    {
        var trades = new List<SignalTrade>();
        int side = 0, since = 0;
        for (int i = 0; i < target.Length; i++)
        {
            int wanted = double.IsNaN(target[i]) ? side : Math.Sign(target[i]);
            if (wanted == side)
            {
                continue;
            }

            if (side != 0)
            {
                trades.Add(new SignalTrade(side, since, i));
            }

            (side, since) = (wanted, i);
        }

        if (side != 0)
        {
            trades.Add(new SignalTrade(side, since, null));
        }

        return trades;
    }
}
