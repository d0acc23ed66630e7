using AlphaFactory.Engine.Jobs.Redis;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Redis;
using AlphaFactory.Engine.Studies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Registers what this folder offers.</summary>
public static class JobsServiceCollectionExtensions
{
    /// <summary>Adds background runs: scheduler, worker, recovery and the progress bus (over Redis where <c>ConnectionStrings:Redis</c> is set).</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        EngineOptions options = configuration.GetSection(EngineOptions.Section).Get<EngineOptions>() ?? new EngineOptions();
        JobOptions jobs = configuration.GetSection(JobOptions.Section).Get<JobOptions>() ?? new JobOptions();
        SchedulerDatabase database = SchedulerDatabase.From(DatabaseLocation.From(configuration, options), options);
        services.AddMetrics();
        services.AddOptions<JobOptions>().Bind(configuration.GetSection(JobOptions.Section));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "alphafactory";
                scheduler.InstanceId = options.NodeName;
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(jobs.Workers);
            quartz.UsePersistentStore(store => Store(store, database));
        });
        services.AddSingleton(database);
        services.AddTransient<BacktestJob>();
        services.AddSingleton<BacktestRunner>();
        services.AddTransient<ChunkJob>();
        services.AddSingleton<ChunkRunner>();
        services.AddSingleton<StudyBench>();
        services.AddSingleton<StudyConclusion>();
        services.AddSingleton<TrialCounter>();
        services.AddSingleton(SearchMethodRegistry.Shipped());
        services.AddSingleton<IStudies, BackgroundStudies>();
        services.AddSingleton<IStudyStore, StudyStore>();
        services.AddSingleton<EngineMetrics>();
        services.AddSingleton<RunScheduler>();
        services.AddSingleton<RecoverySweep>();
        services.AddSingleton<IJobs, BackgroundJobs>();
        services.AddSingleton<IJobHealth, JobHealth>();
        services.AddSingleton<InProcessProgressBus>();
        if (services.TryAddRedisLink(configuration))
        {
            services.AddSingleton<IProgressBus, RedisProgressBus>();
        }
        else
        {
            services.AddSingleton<IProgressBus>(provider => provider.GetRequiredService<InProcessProgressBus>());
        }

        // After the bus, so that it stops before it: the last words of a stopping worker still reach the other nodes.
        return services.AddHostedService<JobsHost>();
    }

    private static void Store(IPersistentStoreBuilder store, SchedulerDatabase database)
    {
        store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
        store.ProvisionSchema();
        if (database.IsPostgres)
        {
            store.UsePostgres(database.Factory, database.ConnectionString);
            store.UseClustering(options => options.CheckinInterval = TimeSpan.FromSeconds(5));
        }
        else
        {
            store.UseSqlite(database.Factory, database.ConnectionString);
        }
    }
}
