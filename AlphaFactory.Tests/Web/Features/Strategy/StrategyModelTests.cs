using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Features.Strategy;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Features.Strategy;

public sealed class StrategyModelTests
{
    [Fact]
    public async Task A_link_to_no_strategy_says_so_with_a_suggestion()
    {
        await using var server = await WebHarness.StartAsync();
        var model = server.Services.GetRequiredService<StrategyModel>();
        await model.OpenAsync("sma-crosover", null, CancellationToken.None);
        Assert.Contains("Did you mean \"sma-crossover\"?", Assert.IsType<PageState.Failed>(model.State).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_bars_the_values_can_still_be_set()
    {
        await using var server = await WebHarness.StartAsync();
        var model = server.Services.GetRequiredService<StrategyModel>();
        await model.OpenAsync("sma-crossover", "?set.fast=9", CancellationToken.None);
        Assert.IsType<PageState.Ready>(model.State);
        Assert.Null(model.Preview);
        Assert.Equal("runs/new?strategy=sma-crossover&set.fast=9", model.RunHref);
    }

    [Fact]
    public async Task Signals_follow_the_values_and_a_faulty_value_keeps_the_last_ones()
    {
        await using var server = await WebHarness.StartAsync(("AlphaFactory:DemoMarket", "true"));
        var model = server.Services.GetRequiredService<StrategyModel>();
        await model.OpenAsync("sma-crossover", "?symbol=DEMO-FERM&interval=1d&source=demo&from=2018-01-02", CancellationToken.None);
        var first = model.Preview!;
        Assert.NotEmpty(first.Trades);
        Assert.True(first.History > 0);
        Assert.Equal(0, first.WarmUpBars);
        Assert.Equal("classic", model.Preset!.Id);

        model.SetParameters(new Dictionary<string, string> { ["fast"] = "5", ["slow"] = "20" });
        await model.PreviewAsync(CancellationToken.None);
        Assert.True(model.Preview!.Trades.Count > first.Trades.Count);
        Assert.Null(model.Preset);
        Assert.Contains("set.fast=5", model.RunHref, StringComparison.Ordinal);

        var second = model.Preview;
        model.SetParameters(new Dictionary<string, string> { ["fast"] = "60", ["slow"] = "20" });
        await model.PreviewAsync(CancellationToken.None);
        Assert.Same(second, model.Preview);
        Assert.Contains("fast must be below slow", model.Fault, StringComparison.Ordinal);

        model.Go(model.Address.With("from", "soon"));
        await model.PreviewAsync(CancellationToken.None);
        Assert.Contains("from is \"soon\"", model.Fault, StringComparison.Ordinal);
    }
}
