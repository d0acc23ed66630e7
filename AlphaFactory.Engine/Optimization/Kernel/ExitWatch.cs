using System.Runtime.CompilerServices;
using AlphaFactory.Core.Exits;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>Searches for the first bar that touches a level of the open trade, in the order of events of docs/how-fills-work.md.</summary>
/// <param name="series">Bars of the period.</param>
/// <param name="exits">The rules.</param>
/// <param name="atr">Average true range of each bar; null when no rule needs it.</param>
internal ref struct ExitWatch(KernelSeries series, ExitRules exits, double[]? atr)
{
    private readonly bool _ratchets = exits.HasTrailing || exits.BreakEvenFraction is not null;
    private readonly bool _hasLevels = exits.HasLevels;
    private ExitLevels _levels;
    private int _side, _next, _live;

    /// <summary>Bar on which the time stop leaves the trade; beyond all bars when there is none.</summary>
    public int TimeBar { get; private set; } = int.MaxValue;

    /// <summary>Sets the levels of a trade just opened.</summary>
    /// <param name="side">+1 long, -1 short.</param>
    /// <param name="bar">Bar of the fill.</param>
    /// <param name="fillPrice">Price of the fill, slippage included.</param>
    /// <param name="decided">Bar that decided it.</param>
    /// <param name="atOpen">True when it was filled at the open.</param>
    public void Open(int side, int bar, double fillPrice, int decided, bool atOpen)
    {
        TimeBar = exits.TimeStopBars is { } wait ? bar + wait : int.MaxValue;
        if (!_hasLevels)
        {
            return;
        }

        _levels.Set(exits, side, fillPrice, exits.StopBase == StopBase.Fill ? fillPrice : series.Close[decided], atr is null ? double.NaN : atr[decided]);
        _side = side;
        // After a fill at a close nothing is left of the entry bar.
        _next = atOpen ? bar : bar + 1;
        _live = atOpen && exits.StopsFrom == StopsFrom.EntryBar ? bar : bar + 1;
    }

    /// <summary>Looks for the first touch of a level, from where the last search ended.</summary>
    /// <param name="last">Last bar to look at.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Touch Search(int last)
    {
        if (!_ratchets)
        {
            // Levels that stand still: nothing happens before the touch.
            _next = LevelSearch.Next(series.High, series.Low, _side, _levels.Stop, _levels.Target, Math.Max(_next, _live), last);
            return _next <= last ? At(_next, series.High[_next], series.Low[_next]) : Touch.None;
        }

        for (; _next < _live && _next <= last; _next++)
        {
            Ratchet(_next);
        }

        _next = TrailingSearch.Skip(series, exits, atr, _side, ref _levels, _next, last);
        // Where the search stops a level is touched, or the series ends soon.
        for (; _next <= last; _next++)
        {
            double high = series.High[_next], low = series.Low[_next];
            if (_levels.StopTouched(high, low) || _levels.TargetTouched(high, low))
            {
                return At(_next, high, low);
            }

            Ratchet(_next);
        }

        return Touch.None;
    }

    private void Ratchet(int bar) => _levels.Ratchet(exits, series.High[bar], series.Low[bar], atr is null ? double.NaN : atr[bar]);

    private readonly Touch At(int bar, double high, double low)
    {
        double open = series.Open[bar];
        return _levels.StopTouched(high, low) && !(_levels.TargetTouched(high, low) && exits.BothTouched == BothTouched.Optimistic)
            ? new Touch(bar, _levels.StopPrice(open), _levels.IsTrailing ? ExitReasons.TrailingStop : ExitReasons.Stop)
            : new Touch(bar, _levels.TargetPrice(open), ExitReasons.TakeProfit);
    }
}

/// <summary>A level that was touched.</summary>
/// <param name="Bar">The bar; beyond all bars when none was.</param>
/// <param name="Price">Price of the market at which it fills.</param>
/// <param name="Reason">stop, trailing-stop or take-profit.</param>
internal readonly record struct Touch(int Bar, double Price, string Reason)
{
    /// <summary>No level was touched.</summary>
    public static readonly Touch None = new(int.MaxValue, double.NaN, "");
}
