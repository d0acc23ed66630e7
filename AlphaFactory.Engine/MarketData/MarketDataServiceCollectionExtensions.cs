using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Demo;
using AlphaFactory.Engine.MarketData.Earnings;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Engine.MarketData.Quality;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Registers what this folder offers.</summary>
public static class MarketDataServiceCollectionExtensions
{
    /// <summary>Adds reading, importing and checking of series, and the demo market at start. The store behind them comes from Persistence, which must be added before.</summary>
    public static IServiceCollection AddMarketData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImportOptions>().Bind(configuration.GetSection(ImportOptions.Section));
        return services
            .AddSingleton<ISeriesReader, SeriesReader>()
            .AddSingleton<UniverseBars>()
            .AddSingleton<CsvBarReader>()
            .AddSingleton<BarImporter>()
            .AddSingleton<EarningsImporter>()
            .AddSingleton<UploadFolder>()
            .AddSingleton<SeriesCatalog>()
            .AddHostedService<DemoMarketSeeder>();
    }
}
