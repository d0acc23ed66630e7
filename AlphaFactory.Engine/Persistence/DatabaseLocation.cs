using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace AlphaFactory.Engine.Persistence;

/// <summary>Which database this process uses and where it is.</summary>
/// <param name="Provider"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="ConnectionString">How the tables are reached.</param>
/// <param name="Place">The same in words, without the password.</param>
internal sealed record DatabaseLocation(string Provider, string ConnectionString, string Place)
{
    public bool IsPostgres => Provider == "postgres";

    /// <summary>PostgreSQL when <c>ConnectionStrings:Postgres</c> is set, otherwise <c>alphafactory.db</c> in the data directory.</summary>
    public static DatabaseLocation From(IConfiguration configuration, EngineOptions options)
    {
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 } server)
        {
            var parts = new NpgsqlConnectionStringBuilder(server);
            return new DatabaseLocation("postgres", parts.ConnectionString, $"{parts.Host}:{parts.Port}/{parts.Database}");
        }

        string file = Path.Join(options.DataPath, "alphafactory.db");
        return new DatabaseLocation("sqlite", new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString, file);
    }
}
