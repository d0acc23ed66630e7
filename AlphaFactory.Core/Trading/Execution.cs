namespace AlphaFactory.Core.Trading;

/// <summary>Shares that changed hands, as the broker says. A correction carries the id of the execution it replaces and a higher revision.</summary>
/// <param name="Id">The broker's id, without the revision.</param>
/// <param name="Revision">0 for the first word on it; the highest one holds.</param>
/// <param name="Quantity">Shares, at or above 0; 0 takes the execution back.</param>
/// <param name="Price">Price a share.</param>
/// <param name="At">When.</param>
/// <param name="Commission">What the broker took; null when it has not said yet.</param>
public sealed record Execution(string Id, int Revision, decimal Quantity, decimal Price, DateTimeOffset At, decimal? Commission = null);
