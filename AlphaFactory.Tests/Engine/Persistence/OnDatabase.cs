using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>Base of the tests that must hold on both databases: each test method gets fresh tables.</summary>
public abstract class OnDatabase(PostgresFixture? postgres) : IAsyncLifetime
{
    internal EngineHost Host { get; private set; } = null!;

    /// <summary>The clock the engine goes by; a test that has to wait for a date gives one it can move.</summary>
    private protected virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>Settings on top of those of the database.</summary>
    private protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    protected static CancellationToken None => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Host = await EngineHost.MigratedAsync(postgres is null ? null : await postgres.CreateDatabaseAsync(), Clock, Settings);

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
