using AlphaFactory.Engine.Correlation;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Features.Correlation;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlphaFactory.Tests.Web.Features.Correlation;

public sealed class CorrelationModelTests
{
    [Fact]
    public async Task Another_measure_of_the_same_study_is_not_computed_again()
    {
        using var model = await ModelAsync(6);
        await model.LoadAsync(View());
        Assert.IsType<PageState.Ready>(model.State);
        Assert.Equal(6, model.Result!.Symbols);
        await model.LoadAsync(View() with { IsRank = true });
        Assert.Equal(1, model.Generation);
        await model.LoadAsync(View() with { Blocks = CorrelationBlocks.Symbols });
        Assert.Equal(2, model.Generation);
    }

    [Fact]
    public async Task Without_series_the_page_says_why()
    {
        using var model = await ModelAsync(0);
        await model.LoadAsync(View());
        Assert.Contains("import prices", Assert.IsType<PageState.Empty>(model.State).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_prices_are_shown_where_there_are_any_and_never_mixed_with_generated_ones()
    {
        using var model = await ModelAsync(6, synthetic: 3);
        await model.LoadAsync(View());
        Assert.Equal((SeriesOrigin.Imported, 6, false), (model.Origin, model.Result!.Symbols, model.Result.IsSynthetic));
        await model.LoadAsync(View() with { Origin = SeriesOrigin.Synthetic });
        Assert.Equal((SeriesOrigin.Synthetic, 3, true), (model.Origin, model.Result!.Symbols, model.Result.IsSynthetic));
        using var generated = await ModelAsync(0, synthetic: 3);
        await generated.LoadAsync(View());
        Assert.Equal(SeriesOrigin.Synthetic, generated.Origin);
    }

    [Fact]
    public async Task A_stopped_study_shows_nothing_rather_than_a_part()
    {
        using var model = await ModelAsync(6);
        model.Changed += () => _ = model.StopAsync();
        await model.LoadAsync(View());
        Assert.Contains("Stopped", Assert.IsType<PageState.Empty>(model.State).Why, StringComparison.Ordinal);
        Assert.Null(model.Result);
    }

    private static CorrelationView View() => CorrelationView.Parse("rsi_14,rocp_10", null, null, null, null, null, null);

    private static async Task<CorrelationModel> ModelAsync(int symbols, int synthetic = 0)
    {
        var store = new MemoryBarStore();
        for (int i = 0; i < symbols; i++)
        {
            await store.WriteAsync(StoredBars.Daily($"S{i}"), StoredBars.Wave(120, level: 50 + (10 * i)), null, default);
        }

        for (int i = 0; i < synthetic; i++)
        {
            await store.WriteAsync(StoredBars.Daily($"G{i}") with { IsSynthetic = true }, StoredBars.Wave(120, level: 50 + (10 * i)), null, default);
        }

        return new CorrelationModel(new CorrelationStudy(store, new UniverseBars(store)), store, TimeProvider.System, NullLogger<CorrelationModel>.Instance);
    }
}
