using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Web.Components.Forms;
using Bunit;

namespace AlphaFactory.Tests.Web.Components;

public sealed class ParameterFormTests : BunitContext
{
    private readonly ParameterSchema _schema = StrategyRegistry.Shipped().Get("sma-crossover").Parameters;

    [Fact]
    public void Every_declared_parameter_has_an_input_with_its_default_and_unit()
    {
        var drawn = Draw([]);

        Assert.Equal("20", drawn.Find("#parameter-fast").GetAttribute("value"));
        Assert.Equal("50", drawn.Find("#parameter-slow").GetAttribute("value"));
        Assert.Equal("cross", drawn.Find("#parameter-entry option[selected]").GetAttribute("value"));
        Assert.Equal("bars", drawn.Find(".u").TextContent);
        Assert.Contains("default 20", drawn.Find("#parameter-fast-words").TextContent);
    }

    [Fact]
    public void A_value_out_of_range_is_marked_where_it_stands()
    {
        var drawn = Draw(new() { ["fast"] = "0" });

        Assert.Equal("true", drawn.Find("#parameter-fast").GetAttribute("aria-invalid"));
        Assert.Equal("err", drawn.Find("#parameter-fast-words").ClassName);
        Assert.Null(drawn.Find("#parameter-slow").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_rule_between_two_parameters_is_told_below_them()
    {
        var drawn = Draw(new() { ["fast"] = "60" });

        Assert.Contains("fast must be below slow", drawn.Find("p.err").TextContent);
    }

    [Fact]
    public void A_fast_average_above_the_default_slow_one_is_fine_when_slow_is_higher_still() => Assert.Empty(Draw(new() { ["fast"] = "60", ["slow"] = "120" }).FindAll(".err"));

    [Fact]
    public void A_change_reports_all_values()
    {
        IReadOnlyDictionary<string, string>? told = null;
        var drawn = Draw([], values => told = values);

        drawn.Find("#parameter-fast").Change("24");

        Assert.Equal("24", told!["fast"]);
        Assert.Equal("50", told["slow"]);
    }

    private IRenderedComponent<ParameterForm> Draw(Dictionary<string, string> values, Action<IReadOnlyDictionary<string, string>>? told = null) => Render<ParameterForm>(parameters =>
    {
        parameters.Add(component => component.Schema, _schema).Add(component => component.Values, values);
        if (told is not null)
        {
            parameters.Add(component => component.ValuesChanged, told);
        }
    });
}
