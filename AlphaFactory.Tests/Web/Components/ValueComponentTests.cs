using AlphaFactory.Web.Components.Values;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Components;

public sealed class ValueComponentTests : BunitContext
{
    public ValueComponentTests() => Services.AddSingleton(TimeProvider.System);

    [Theory]
    [InlineData(0.1234, "gain", "+12.3%")]
    [InlineData(-0.1234, "loss", "\u221212.3%")]
    [InlineData(0.0004, "flat", "0.0%")]
    public void A_return_has_sign_and_class_together_and_nought_has_neither(double value, string kind, string text)
    {
        var drawn = Render<ProfitAndLoss>(parameters => parameters.Add(component => component.Value, value).Add(component => component.Decimals, 1));

        var figure = drawn.Find("span.pl");
        Assert.Equal(text, figure.TextContent);
        Assert.Equal(["pl", kind], figure.ClassList);
    }

    [Theory]
    [InlineData("Day report: \u2212$1,234.56", "\u2212$1,234.56")]
    [InlineData("Lost \u2212$8 and won +$9.10.", "\u2212$8|+$9.10")]
    [InlineData("Costs $12, 3 \u2212 2 and <b>$</b>", "")]
    public void A_sign_stays_with_its_amount_at_the_end_of_a_line(string text, string together)
    {
        var drawn = Render<Prose>(parameters => parameters.Add(component => component.Text, text));

        Assert.Equal(text, string.Concat(drawn.Nodes.Select(node => node.TextContent)));
        Assert.Equal(together, string.Join('|', drawn.FindAll("span.nowrap").Select(span => span.TextContent)));
    }

    [Fact]
    public void An_undefined_figure_is_a_dash_whose_reason_can_be_focused()
    {
        var drawn = Render<Ratio>(parameters => parameters.Add(component => component.Value, (double?)null).Add(component => component.Reason, "no losing trade"));

        var dash = drawn.Find("span.none");
        Assert.Equal("–", dash.TextContent);
        Assert.Equal("no losing trade", dash.GetAttribute("data-tip"));
        Assert.Equal("0", dash.GetAttribute("tabindex"));
    }

    [Theory]
    [InlineData(0.10, 1.42, 0.74, 0.0, "clear")]
    [InlineData(-0.36, 0.97, 0.38, 0.0, "open")]
    [InlineData(1.1, 1.9, 1.4, 1.0, "clear")]
    [InlineData(0.9, 1.9, 1.4, 1.0, "open")]
    public void A_whisker_is_solid_only_when_the_reference_lies_outside(double low, double high, double value, double reference, string expected)
    {
        var drawn = Render<Whisker>(parameters => parameters.Add(component => component.Low, low).Add(component => component.High, high).Add(component => component.Value, value).Add(component => component.Reference, reference));

        Assert.Contains(expected, drawn.Find("span.wh").ClassList);
    }

    [Fact]
    public void Whiskers_of_one_column_stand_on_one_scale()
    {
        WhiskerScale scale = new(-1, 3);
        var drawn = Render<Whisker>(parameters => parameters.Add(component => component.Low, 0).Add(component => component.High, 2).Add(component => component.Value, 1).Add(component => component.Scale, scale));

        Assert.Equal("left:25%;width:50%", drawn.Find("i.r").GetAttribute("style"));
        Assert.Equal("left:50%", drawn.Find("i.d").GetAttribute("style"));
    }

    [Fact]
    public void A_whisker_without_an_interval_draws_nothing()
    {
        var drawn = Render<Whisker>(parameters => parameters.Add(component => component.Low, (double?)null).Add(component => component.High, 2.0).Add(component => component.Value, 1.0));

        Assert.Empty(drawn.FindAll("i"));
    }

    [Fact]
    public void Progress_tells_its_share_to_those_who_cannot_see_the_bar()
    {
        var drawn = Render<ProgressBar>(parameters => parameters.Add(component => component.Done, 1058).Add(component => component.Total, 1211).Add(component => component.Label, "Sweep"));

        Assert.Equal("87", drawn.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
        Assert.Equal("width:87.4%", drawn.Find("i").GetAttribute("style"));
    }
}
