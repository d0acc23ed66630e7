using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AlphaFactory.Engine.Persistence.Sqlite;

/// <summary>The embedded default: one file, no server.</summary>
internal sealed class SqliteAlphaFactoryContext(DbContextOptions<SqliteAlphaFactoryContext> options) : AlphaFactoryContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no instant type and cannot order EF's text form; a number can be compared and indexed.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
