namespace AlphaFactory.Engine.Persistence.Indicators;

/// <summary>The database's fastest way to insert the values of one series. Runs inside the context's transaction.</summary>
internal interface IBulkValues
{
    /// <param name="context">Open, with a transaction.</param>
    /// <param name="seriesId">Series of all values; it has none yet.</param>
    /// <param name="names">Names of the columns.</param>
    /// <param name="values">As many values; null where there is none.</param>
    /// <param name="cancellationToken">Ends with an exception; the caller rolls back.</param>
    Task WriteAsync(AlphaFactoryContext context, int seriesId, IReadOnlyList<string> names, IReadOnlyList<double?> values, CancellationToken cancellationToken);
}
