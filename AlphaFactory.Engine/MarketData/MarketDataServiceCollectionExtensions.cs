using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Engine.MarketData;

/// <summary>Registers what this folder offers.</summary>
public static class MarketDataServiceCollectionExtensions
{
    /// <summary>Adds reading and importing of series. The store behind them comes from Persistence.</summary>
    public static IServiceCollection AddMarketData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImportOptions>().Bind(configuration.GetSection(ImportOptions.Section));
        return services
            .AddSingleton<ISeriesReader, SeriesReader>()
            .AddSingleton<CsvBarReader>()
            .AddSingleton<BarImporter>();
    }
}
