using AlphaFactory.Core.Sizing;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Contracts;

/// <summary>What every registered sizing rule must keep; a new one is tested by existing.</summary>
public sealed class SizingContractTests
{
    public static TheoryData<string> Ids => [.. SizingRegistry.Shipped().All.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_measure_does_not_look_ahead(string id)
    {
        var entry = SizingRegistry.Shipped().Find(id)!;
        var bars = TestBars.Random(5, 300);
        double[] whole = entry.Rule.Measure(bars, entry.Parameters.Defaults());
        Assert.True(whole.Length is 0 or 300);
        foreach (int cut in (int[])[1, 2, 21, 22, 100, 299])
        {
            Assert.Equal(whole.Take(cut), entry.Rule.Measure(bars.Slice(0, cut), entry.Parameters.Defaults()));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_stays_between_nothing_and_the_largest_share_and_answers_with_its_own_codes(string id)
    {
        var entry = SizingRegistry.Shipped().Find(id)!;
        double[] returns = [.. Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? -0.02 : 0.03)];
        foreach (double largest in (double[])[0.01, 0.5, 1])
        {
            foreach (double number in (double[])[double.NaN, 0, 1e-9, 0.01, 0.3, 5, double.PositiveInfinity])
            {
                foreach (double[] trades in (double[][])[[], [0.1], returns, [.. returns.Select(value => -value)]])
                {
                    var answer = entry.Rule.Size(new SizingFacts { Measure = number, StopDistance = number, Largest = largest, TradeReturns = trades }, entry.Parameters.Defaults());
                    Assert.True(answer switch
                    {
                        SizingAnswer.Sized sized => sized.Share >= 0 && sized.Share <= largest,
                        SizingAnswer.Unknown unknown => entry.Rule.Codes.Any(code => code.Id == unknown.Code),
                        _ => false,
                    }, $"{id} answered {answer}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_what_it_does_and_where_it_comes_from(string id)
    {
        var entry = SizingRegistry.Shipped().Find(id)!;
        Assert.Matches("^[a-z][a-z0-9-]*$", id);
        Assert.EndsWith(".", entry.About.Says, StringComparison.Ordinal);
        Assert.NotEmpty(entry.About.Formula);
        Assert.NotEmpty(entry.About.Source);
        Assert.All(entry.Parameters.Definitions, definition => Assert.NotEmpty(definition.Help));
    }
}
