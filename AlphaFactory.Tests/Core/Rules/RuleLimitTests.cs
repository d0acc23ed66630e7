using System.Text;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Rules;

namespace AlphaFactory.Tests.Core.Rules;

/// <summary>No text makes the reader throw, hang or overflow.</summary>
public sealed class RuleLimitTests
{
    private static readonly string[] s_pieces =
    [
        "buy", "sell", "short", "cover", "when", "otherwise", "after", "with", "and", "or", "not", "(", ")", "[", "]", ",", "*", "=", "<", "<=", ">", "!=", "crosses", "above", "below",
        "for", "within", "bars", "bar", "3", "14", "-0.5", "1e9", "$a", "$a=5", "$b=2", "close", "volume", "rsi(14)", "sma(", "macd_hist(12,26,9)", "bb_upper", "period", "ema", "stop_pct", "\n", "\t", "&", "%", "\u00e9", "\ud83d",
    ];

    public static TheoryData<string, string> Malicious => new()
    {
        { "parentheses", new string('(', RuleLimits.Characters) },
        { "closed parentheses", new string('(', 1000) + "close > 1" + new string(')', 1000) },
        { "negations", string.Concat(Enumerable.Repeat("not ", 900)) + "close > 1" },
        { "brackets", "close" + new string('[', 3000) },
        { "commas", "rsi(" + new string(',', 3000) },
        { "terms", string.Join(" and ", Enumerable.Repeat("close>1", 300)) },
        { "digits", "close > " + new string('9', 3900) },
        { "exponents", "close > 1" + string.Concat(Enumerable.Repeat("e1", 1900)) },
        { "a long name", new string('a', 3900) },
        { "underscores", "sma" + new string('_', 3000) + " > 1" },
        { "parameters", string.Join(" and ", Enumerable.Range(0, 40).Select(i => $"close>$p{i}=1")) },
        { "indicators", string.Join(" and ", Enumerable.Range(2, 45).Select(i => $"sma({i})>1")) },
        { "settings", "buy when close > 1 " + string.Concat(Enumerable.Range(0, 90).Select(i => $"with key{i} 1 ")) },
        { "too long", new string(' ', 5_000_000) },
        { "alternating groups", string.Concat(Enumerable.Repeat("(close>1 and (close>1 or ", 150)) },
        { "prints longer than allowed", string.Join(" and ", Enumerable.Repeat("bb_average_upper>stochrsi_k[1]", RuleLimits.Comparisons)) + new string(' ', 2000) },
    };

    [Theory]
    [MemberData(nameof(Malicious))]
    public void A_malicious_text_is_refused_with_its_place(string kind, string text)
    {
        var outcome = RuleText.Read(text);
        if (outcome is RulesRead read)
        {
            Assert.Equal("prints longer than allowed", kind);
            Assert.InRange(RuleText.Print(read.Rules).Length, 0, RuleLimits.Characters);
            return;
        }

        var fault = ((RulesRefused)outcome).Fault;
        Assert.InRange(fault.Start, 0, text.Length);
        Assert.InRange(fault.Message.Length, 1, 400);
    }

    [Fact]
    public void Thousands_of_random_texts_are_read_or_refused()
    {
        var random = new SeededRandom(20_261_128);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (int length = 1 + random.NextInt32(60); length > 0; length--)
            {
                text.Append(s_pieces[random.NextInt32(s_pieces.Length)]).Append(random.NextInt32(4) == 0 ? "" : " ");
            }

            read += Check(text.ToString());
        }

        Assert.True(read < 20_000);
    }

    [Fact]
    public void Texts_with_one_wrong_character_are_read_or_refused()
    {
        var random = new SeededRandom(7);
        var trees = new RuleTrees(7);
        int read = 0;
        for (int i = 0; i < 3_000; i++)
        {
            var text = new StringBuilder(RuleText.Print(trees.Next()));
            int place = random.NextInt32(text.Length);
            switch (random.NextInt32(3))
            {
                case 0:
                    text.Remove(place, 1);
                    break;
                case 1:
                    text.Insert(place, (char)random.NextInt32(0x180));
                    break;
                default:
                    text[place] = (char)random.NextInt32(0x180);
                    break;
            }

            read += Check(text.ToString());
        }

        Assert.InRange(read, 1, 2_999);
    }

    private static int Check(string text)
    {
        switch (RuleText.Read(text))
        {
            case RulesRead outcome:
                Assert.Equal(outcome.Rules, Rules.Of(RuleText.Print(outcome.Rules)));
                return 1;
            case RulesRefused refused:
                Assert.InRange(refused.Fault.Start, 0, text.Length);
                Assert.InRange(refused.Fault.Start + refused.Fault.Length, 0, text.Length);
                Assert.NotEmpty(refused.Fault.Picture(text));
                return 0;
            default:
                throw new InvalidOperationException("There is no third outcome.");
        }
    }
}
