using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Web.Features.Result;

namespace AlphaFactory.Tests.Web.Features.Result;

public sealed class VerdictTextTests
{
    [Fact]
    public void Facts_become_links_and_no_word_is_lost()
    {
        var pieces = VerdictText.Of(new Verdict("not-yet", "Not yet evidence", "Not yet evidence. 29 closed trades are too few, one trade made 65% of the profit, and after 63 tries luck explains the rest too well.", []));
        Assert.Equal("29 closed trades are too few, one trade made 65% of the profit, and after 63 tries luck explains the rest too well.", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(
            [("29 closed trades", VerdictTarget.Trades), ("one trade made 65% of the profit", VerdictTarget.Findings), ("63 tries", VerdictTarget.Findings)],
            pieces.Where(piece => piece.Target is not null).Select(piece => (piece.Text, piece.Target!.Value)));
    }
}
