using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Web.Features.Compare;

namespace AlphaFactory.Tests.Web.Features.Compare;

public sealed class CompareAddressTests
{
    [Theory]
    [InlineData("", "compare")]
    [InlineData("?runs=aaaaaaaaa1,bbbbbbbbb2", "compare?runs=aaaaaaaaa1,bbbbbbbbb2")]
    [InlineData("?runs=a1,a1,,b2&view=Drawdown&scale=linear&range=3Y", "compare?runs=a1,b2&view=drawdown&scale=linear&range=3Y")]
    [InlineData("?runs=a1,b2&view=pie&scale=round&range=nonsense", "compare?runs=a1,b2")]
    public void The_address_says_what_is_shown(string query, string href) => Assert.Equal(href, CompareAddress.Read(query).ToHref());

    [Theory]
    [InlineData("?runs=a1,b2", false)]
    [InlineData("?runs=a1,b2,a1", true)]
    public void A_run_named_twice_stands_once_and_is_told(string query, bool repeats) => Assert.Equal(repeats, CompareAddress.Read(query).Repeats);

    [Theory]
    [InlineData("commission_pct", "Commission %")]
    [InlineData("fast", "Fast")]
    [InlineData("warm_up_from_history", "Warm up from history")]
    public void Keys_of_the_run_file_are_read_as_words(string key, string words) => Assert.Equal(words, SettingWords.Of(key));
}
