using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Kernel;

namespace AlphaFactory.Engine.Optimization;

/// <summary>The rules of a set, and which kernel can run them; found out once for all sets that share them.</summary>
/// <param name="Session">The rules of trading.</param>
/// <param name="ByKernel">True when the kernel knows every one of them.</param>
/// <param name="ByHoldKernel">True when they also put all there is into a position, so that bits are enough.</param>
internal sealed record SetRules(SessionRules Session, bool ByKernel, bool ByHoldKernel)
{
    public static SetRules Of(SessionRules rules)
    {
        bool known = KernelSupport.Refusal(rules) is null;
        return new SetRules(rules, known, known && HoldKernel.Supports(rules));
    }
}
