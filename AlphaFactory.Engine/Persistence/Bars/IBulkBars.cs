using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Persistence.Bars;

/// <summary>The database's fastest way to insert or replace many bars. Runs inside the context's transaction.</summary>
internal interface IBulkBars
{
    /// <param name="context">Open, with a transaction.</param>
    /// <param name="seriesId">Series of all bars.</param>
    /// <param name="isNew">True when the series has no bars, so none can collide.</param>
    /// <param name="bars">What to write.</param>
    /// <param name="progress">Told the bars written.</param>
    /// <param name="cancellationToken">Ends with an exception; the caller rolls back.</param>
    Task WriteAsync(AlphaFactoryContext context, int seriesId, bool isNew, RawBars bars, IProgress<long>? progress, CancellationToken cancellationToken);
}
