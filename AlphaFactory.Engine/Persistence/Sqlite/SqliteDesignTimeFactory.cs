using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AlphaFactory.Engine.Persistence.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteAlphaFactoryContext</c> build the model without a host.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteAlphaFactoryContext>
{
    public SqliteAlphaFactoryContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteAlphaFactoryContext>().UseSqlite("Data Source=:memory:").Options);
}
