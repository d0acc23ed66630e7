using System.Runtime.CompilerServices;
using AlphaFactory.Core.Indicators.Volatility;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Trend;

/// <summary>Wilder's smoothed directional movement and true range: sums over the first n - 1 moves, then p - p / n + new.</summary>
internal struct DirectionalState
{
    private readonly double _keep;

    /// <summary>Sums of the first n - 1 moves, those of bars 1 to n - 1.</summary>
    public DirectionalState(in BarColumns bars, int period)
    {
        for (int i = 1; i < period; i++)
        {
            _keep = 1;
            Next(bars.High[i], bars.Low[i], bars.High[i - 1], bars.Low[i - 1], bars.Close[i - 1]);
        }

        _keep = 1 - (1.0 / period);
    }

    public double Plus { get; private set; }

    public double Minus { get; private set; }

    public double Range { get; private set; }

    /// <summary>Share of the true range that went up, 0 to 100.</summary>
    public readonly double PlusIndicator => Range < 1e-14 ? 0 : 100 * (Plus / Range);

    /// <summary>Share of the true range that went down, 0 to 100.</summary>
    public readonly double MinusIndicator => Range < 1e-14 ? 0 : 100 * (Minus / Range);

    /// <summary>True when there is any movement to compare.</summary>
    public readonly bool HasDirection => Range >= 1e-14 && Plus + Minus >= Range * 1e-16;

    /// <summary><c>100 |+DI - -DI| / (+DI + -DI)</c>; the true range cancels.</summary>
    public readonly double Index => 100 * Math.Abs(Plus - Minus) / (Plus + Minus);

    /// <summary>Takes in one bar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next(double high, double low, double highBefore, double lowBefore, double closeBefore)
    {
        double up = double.MaxNative(high - highBefore, 0), down = double.MaxNative(lowBefore - low, 0);
        double plus = Choose.WhenGreater(up, down, up), minus = Choose.WhenGreater(down, up, down);
        Plus = Math.FusedMultiplyAdd(Plus, _keep, plus);
        Minus = Math.FusedMultiplyAdd(Minus, _keep, minus);
        Range = Math.FusedMultiplyAdd(Range, _keep, TrueRange.Of(high, low, closeBefore));
    }
}
