using AlphaFactory.Core.Rules;

namespace AlphaFactory.Tests.Core.Rules;

/// <summary>Texts that must be read, and texts that must not.</summary>
internal static class Rules
{
    public static RuleSet Of(string text) => RuleText.Read(text) switch
    {
        RulesRead read => read.Rules,
        RulesRefused refused => throw new InvalidOperationException($"{refused.Fault.Describe(text)}\n{refused.Fault.Picture(text)}"),
        _ => throw new InvalidOperationException("There is no third outcome."),
    };

    public static RuleFault FaultOf(string text, IReadOnlyCollection<string>? settings = null) => Assert.IsType<RulesRefused>(RuleText.Read(text, settings)).Fault;
}
