using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Indicators;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Earnings;
using AlphaFactory.Engine.Persistence.Access;
using AlphaFactory.Engine.Persistence.Alerts;
using AlphaFactory.Engine.Persistence.Bars;
using AlphaFactory.Engine.Persistence.Indicators;
using AlphaFactory.Engine.Persistence.Postgres;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Persistence.Sqlite;
using AlphaFactory.Engine.Persistence.Strategies;
using AlphaFactory.Engine.Persistence.Studies;
using AlphaFactory.Engine.Persistence.Trading;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Evidence;
using AlphaFactory.Engine.Trading.Evidence.Notes;
using AlphaFactory.Engine.Trading.Journal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Persistence;

/// <summary>Registers what this folder offers.</summary>
public static class PersistenceServiceCollectionExtensions
{
    /// <summary>Adds the database: SQLite in the data directory, or PostgreSQL where <c>ConnectionStrings:Postgres</c> is set.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        EngineOptions options = configuration.GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new EngineOptions();
        DatabaseLocation location = DatabaseLocation.From(configuration, options);
        services.AddSingleton(location);
        if (location.IsPostgres)
        {
            services.AddDbContextFactory<PostgresAlphaFactoryContext>(builder => Quietly(builder).UseNpgsql(location.ConnectionString));
            services.AddSingleton<IDbContextFactory<AlphaFactoryContext>, ContextFactory<PostgresAlphaFactoryContext>>();
            services.AddSingleton<IStartLock>(new PostgresStartLock(location.ConnectionString));
            services.AddSingleton<IBulkBars, PostgresBulkBars>();
            services.AddSingleton<IBulkValues, PostgresBulkValues>();
        }
        else
        {
            services.AddDbContextFactory<SqliteAlphaFactoryContext>(builder => Quietly(builder).UseSqlite(location.ConnectionString).AddInterceptors(SqliteConnectionSetup.Instance));
            services.AddSingleton<IDbContextFactory<AlphaFactoryContext>, ContextFactory<SqliteAlphaFactoryContext>>();
            services.AddSingleton<IStartLock>(provider => new SqliteStartLock(location.Place + ".start", provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<IBulkBars, SqliteBulkBars>();
            services.AddSingleton<IBulkValues, SqliteBulkValues>();
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AlphaFactoryContext>>().CreateDbContext());
        services.AddSingleton<IDatabaseMigrator, DatabaseMigrator>();
        services.AddHostedService<MigrationHost>();
        services.AddSingleton<StrategyVersions>();
        services.AddSingleton<IStrategyVersions>(provider => provider.GetRequiredService<StrategyVersions>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<StrategyVersions>());
        services.AddSingleton<BarNews>();
        services.AddSingleton<ISavedStrategies, SavedStrategies>();
        services.AddSingleton<IPromotedPresets, PromotedPresets>();
        services.AddSingleton<IBarStore, BarStore>();
        services.AddSingleton<IEarningsCalendar, EarningsCalendar>();
        services.AddSingleton<IIndicatorValueStore, IndicatorValueStore>();
        services.AddSingleton<IRunStore, RunStore>();
        services.AddSingleton<IOrderJournals, OrderJournals>();
        services.AddSingleton<IDeployments, DeploymentStore>();
        services.AddSingleton<IDeskStore, DeskStore>();
        services.AddSingleton<IDeskEventStore, DeskEventStore>();
        services.AddSingleton<IEvidenceStore, EvidenceStore>();
        services.AddSingleton<INotes, NoteStore>();
        services.AddSingleton<ITradingJournal, JournalReader>();
        services.AddSingleton<IStudyChunks, StudyChunks>();
        services.AddSingleton<ITrialLedger, TrialLedger>();
        services.AddSingleton<IAlertBook, AlertBook>();
        services.AddSingleton<IAlertOutbox, AlertOutbox>();
        services.AddSingleton<ILeases, Leases>();
        services.AddSingleton<AlertNews>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<IApiTokenStore, ApiTokenStore>();
        services.AddSingleton<IUserSettings, UserSettings>();
        services.AddScoped<ISetupGate, SetupGate>();
        return services;
    }

    // A command that fails also throws, and whoever catches that knows whether it is an error: EF finds out by a failing command that a database is new.
    private static DbContextOptionsBuilder Quietly(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug))
            // A test compares model and migrations; at each start it would cost half a second.
            .Ignore(RelationalEventId.PendingModelChangesWarning));

    /// <summary>Keeps users and roles in the same database, so that Web need not know which one that is.</summary>
    public static IdentityBuilder AddIdentityStores(this IdentityBuilder builder) => builder.AddEntityFrameworkStores<AlphaFactoryContext>();
}
