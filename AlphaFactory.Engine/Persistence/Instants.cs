namespace AlphaFactory.Engine.Persistence;

/// <summary>Instants as both databases can keep them.</summary>
internal static class Instants
{
    /// <summary>The time now in whole milliseconds, so that what is read back equals what was written.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The value a hand-written statement must pass for an instant: SQLite keeps milliseconds, PostgreSQL a timestamp.</summary>
    public static object Stored(this AlphaFactoryContext context, DateTimeOffset at) => context is Sqlite.SqliteAlphaFactoryContext ? at.ToUnixTimeMilliseconds() : at;
}
