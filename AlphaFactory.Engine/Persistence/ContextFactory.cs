using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence;

/// <summary>Hands out the context of the chosen database under its common type.</summary>
internal sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<AlphaFactoryContext>
    where TContext : AlphaFactoryContext
{
    public AlphaFactoryContext CreateDbContext() => inner.CreateDbContext();
}
