using AlphaFactory.Core.Strategies;
using AlphaFactory.Web.Components.Forms;
using Bunit;

namespace AlphaFactory.Tests.Web.Components;

public sealed class PresetFieldTests : BunitContext
{
    private readonly StrategyEntry _strategy = StrategyRegistry.Shipped().Get("sma-crossover");

    [Fact]
    public void The_preset_the_values_are_is_chosen()
    {
        Assert.Equal("classic", Draw([]).Find("option[selected]").GetAttribute("value"));
        Assert.Equal("golden-cross", Draw(new() { ["fast"] = "50", ["slow"] = "200" }).Find("option[selected]").GetAttribute("value"));
    }

    [Fact]
    public void Values_of_ones_own_are_called_so_and_can_be_left_for_a_preset()
    {
        IReadOnlyDictionary<string, string>? told = null;
        var drawn = Draw(new() { ["fast"] = "7" }, values => told = values);
        Assert.Equal("own values", drawn.Find("option[selected]").TextContent);
        drawn.Find("select").Change("swift");
        Assert.Equal(("10", "30"), (told!["fast"], told["slow"]));
    }

    [Fact]
    public void A_strategy_without_presets_has_no_such_field() =>
        Assert.Empty(Render<PresetField>(parameters => parameters.Add(field => field.Strategy, StrategyRegistry.Shipped().Get("buy-and-hold")).Add(field => field.Values, new Dictionary<string, string>())).FindAll("select"));

    private IRenderedComponent<PresetField> Draw(Dictionary<string, string> values, Action<IReadOnlyDictionary<string, string>>? told = null) => Render<PresetField>(parameters =>
    {
        parameters.Add(field => field.Strategy, _strategy).Add(field => field.Values, values);
        if (told is not null)
        {
            parameters.Add(field => field.ValuesChanged, told);
        }
    });
}
