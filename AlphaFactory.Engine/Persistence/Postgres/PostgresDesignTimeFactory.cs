using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AlphaFactory.Engine.Persistence.Postgres;

/// <summary>Lets <c>dotnet ef migrations add NAME --context PostgresAlphaFactoryContext</c> build the model without a server.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresAlphaFactoryContext>
{
    public PostgresAlphaFactoryContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresAlphaFactoryContext>().UseNpgsql("Host=localhost").Options);
}
