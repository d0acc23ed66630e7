using AlphaFactory.Core.Costs;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What a session needs of a spec to turn targets into fills.</summary>
/// <param name="InitialCapital">Money at the start.</param>
/// <param name="Fill">When decisions become fills.</param>
/// <param name="Costs">Commission and slippage.</param>
/// <param name="SizeFraction">Share of equity at a full target.</param>
/// <param name="Fractional">True allows fractions of a share.</param>
public sealed record SessionRules(double InitialCapital, FillConvention Fill, TradingCosts Costs, double SizeFraction, bool Fractional)
{
    /// <summary>The rules a spec states.</summary>
    public static SessionRules Of(RunSpec spec) => new(spec.InitialCapital, spec.Fill, new TradingCosts(spec.CommissionFraction, spec.SlippageFraction), spec.SizeFraction, spec.Fractional);
}
