using AlphaFactory.Engine.Persistence;
using AlphaFactory.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>How tables come into being, whatever the database.</summary>
public abstract class MigrationContract(PostgresFixture? postgres)
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_that_start_together_migrate_once()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        Dictionary<string, string?> settings = await SettingsAsync(folder);
        EngineHost[] nodes = [.. Enumerable.Range(0, 6).Select(_ => EngineHost.Build(settings, null, null))];
        IReadOnlyList<string>[] applied = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Get<IDatabaseMigrator>().MigrateAsync(None))));
        Assert.Single(applied, names => names.Count > 0);
        DatabaseStatus status = await nodes[0].Get<IDatabaseMigrator>().StatusAsync(None);
        Assert.True(status.IsReady);
        Assert.Empty(status.Pending);
        await EndAsync(folder, nodes);
    }

    [Fact]
    public async Task A_database_without_tables_says_what_it_lacks()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        EngineHost node = EngineHost.Build(await SettingsAsync(folder), null, null);
        DatabaseStatus status = await node.Get<IDatabaseMigrator>().StatusAsync(None);
        Assert.False(status.IsReady);
        Assert.Null(status.Error);
        Assert.NotEmpty(status.Pending);
        Assert.DoesNotContain("Password", status.Place, StringComparison.OrdinalIgnoreCase);
        await EndAsync(folder, node);
    }

    [Fact]
    public async Task The_migrations_make_the_model_the_program_has()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        EngineHost node = EngineHost.Build(await SettingsAsync(folder), null, null);
        await using (AsyncServiceScope scope = node.Services.CreateAsyncScope())
        {
            Assert.False(scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().Database.HasPendingModelChanges());
        }

        await EndAsync(folder, node);
    }

    [Fact]
    public async Task Every_table_and_column_is_in_snake_case()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        EngineHost node = EngineHost.Build(await SettingsAsync(folder), null, null);
        await using (AsyncServiceScope scope = node.Services.CreateAsyncScope())
        {
            var model = scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().Model.GetEntityTypes().ToArray();
            string[] tables = [.. model.Select(entity => entity.GetTableName()!)];
            Assert.All(tables.Concat(model.SelectMany(entity => entity.GetProperties()).Select(property => property.GetColumnName())), name => Assert.Matches("^[a-z]+[a-z0-9_]*$", name));
            Assert.Superset(
                new HashSet<string> { "symbols", "series", "bars", "strategies", "runs", "run_chunks", "run_log", "run_metrics", "trades", "performance_snapshots", "earnings_calendar", "users", "roles", "api_tokens", "audit_log", "user_settings" },
                tables.ToHashSet());
        }

        await EndAsync(folder, node);
    }

    [Fact]
    public async Task A_database_from_before_the_migrations_were_joined_is_taken_up_and_keeps_its_rows()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        EngineHost node = EngineHost.Build(await SettingsAsync(folder), null, null);
        await using (AsyncServiceScope scope = node.Services.CreateAsyncScope())
        {
            // What came after the joined one is not there yet.
            await scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().Database.MigrateAsync(JoinedHistory.Joined, None);
        }

        await SetHistoryAsync(node, "20261125205041_FirstTables", JoinedHistory.LastPart);
        object created = postgres is null ? 0L : DateTimeOffset.UnixEpoch;
        await ExecuteAsync(node, $"INSERT INTO strategies (id, version, title, kind, is_current, note, check_sentence, is_checked, created_by, created_at) VALUES ('kept', 1, 'Kept', 'rules', {true}, '', '', {true}, 'anna', {created})");
        Assert.DoesNotContain(JoinedHistory.Joined, await node.Get<IDatabaseMigrator>().MigrateAsync(None));
        DatabaseStatus status = await node.Get<IDatabaseMigrator>().StatusAsync(None);
        Assert.Equal((JoinedHistory.Joined, 0), (status.Applied[0], status.Pending.Count));
        Assert.Equal(1, await ExecuteAsync(node, $"DELETE FROM strategies WHERE id = 'kept'"));
        await EndAsync(folder, node);
    }

    [Fact]
    public async Task A_database_that_had_only_some_of_the_joined_migrations_is_refused_and_left_as_it_is()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        EngineHost node = EngineHost.Build(await SettingsAsync(folder), null, null);
        await node.Get<IDatabaseMigrator>().MigrateAsync(None);
        await SetHistoryAsync(node, "20261125205041_FirstTables");
        DatabaseUnavailableException fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => node.Get<IDatabaseMigrator>().MigrateAsync(None));
        Assert.Contains("FirstTables", fault.Message, StringComparison.Ordinal);
        Assert.Contains("import the data again", fault.Message, StringComparison.Ordinal);
        await EndAsync(folder, node);
    }

    private static async Task<int> ExecuteAsync(EngineHost node, FormattableString sql)
    {
        await using AsyncServiceScope scope = node.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AlphaFactoryContext>().Database.ExecuteSqlAsync(sql, None);
    }

    private static async Task SetHistoryAsync(EngineHost node, params string[] names)
    {
        await ExecuteAsync(node, $"DELETE FROM \"__EFMigrationsHistory\"");
        foreach (string name in names)
        {
            await ExecuteAsync(node, $"INSERT INTO \"__EFMigrationsHistory\" VALUES ({name}, '10.0.0')");
        }
    }

    private static async Task EndAsync(string folder, params EngineHost[] nodes)
    {
        foreach (EngineHost node in nodes)
        {
            await node.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(folder);
    }

    private protected async Task<Dictionary<string, string?>> SettingsAsync(string folder) => EngineHost.Settings(postgres is null ? null : await postgres.CreateDatabaseAsync(), folder);
}

public sealed class SqliteMigrationTests() : MigrationContract(null)
{
    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_hold_up_the_next()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Join(folder, "alphafactory.db")}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2020-01-01')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using EngineHost node = EngineHost.Build(EngineHost.Settings(null, folder), null, folder);
        using var patience = new CancellationTokenSource(Patience.Limit);
        Assert.NotEmpty(await node.Get<IDatabaseMigrator>().MigrateAsync(patience.Token));
    }
}

public sealed class PostgresMigrationTests(PostgresFixture postgres) : MigrationContract(postgres)
{
    [Fact]
    public async Task A_database_that_does_not_exist_is_created_once_by_nodes_that_start_together()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        Dictionary<string, string?> settings = await SettingsAsync(folder);
        settings["ConnectionStrings:Postgres"] = settings["ConnectionStrings:Postgres"]!.Replace("Database=test_", "Database=Missing_", StringComparison.Ordinal);
        EngineHost[] nodes = [.. Enumerable.Range(0, 4).Select(_ => EngineHost.Build(settings, null, null))];
        IReadOnlyList<string>[] applied = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Get<IDatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken))));
        Assert.Single(applied, names => names.Count > 0);
        foreach (EngineHost node in nodes)
        {
            await node.DisposeAsync();
        }

        await TestFolder.DeleteAsync(folder);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_with_the_remedy()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-migrate-").FullName;
        string nowhere = $"Host=127.0.0.1;Port={LoopbackPort.Take()};Username=anna;Password=secret;Database=desk";
        await using EngineHost node = EngineHost.Build(EngineHost.Settings(nowhere, folder), null, folder);
        DatabaseUnavailableException fault = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => node.Get<IDatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken));
        Assert.Contains("desk", fault.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Postgres", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
        Assert.NotNull((await node.Get<IDatabaseMigrator>().StatusAsync(TestContext.Current.CancellationToken)).Error);
    }
}
