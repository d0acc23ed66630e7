namespace AlphaFactory.Engine.Persistence;

/// <summary>Held by the one process that may change tables; others wait. It falls free when its holder dies.</summary>
internal interface IStartLock
{
    Task<IAsyncDisposable> TakeAsync(CancellationToken cancellationToken);
}
