using AlphaFactory.Web.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace AlphaFactory.Web.Logs;

/// <summary>Sends what the program logs into rolling files in the data directory.</summary>
internal static class LogFiles
{
    /// <summary>Folder of the log files.</summary>
    public static string Folder(LoadedSettings settings) => Path.Join(settings.Engine.DataPath, "logs");

    /// <summary>Adds the files behind the logging of the framework; every other output is taken away.</summary>
    public static ILoggingBuilder AddLogFiles(this ILoggingBuilder logging, LoadedSettings settings)
    {
        logging.ClearProviders();
        logging.AddConfiguration(settings.Configuration.GetSection(LogLevelOptions.Section));

        // Not AddSerilog: that one lifts the levels set in the configuration.
        return logging.AddProvider(new SerilogLoggerProvider(Open(settings), dispose: true));
    }

    private static Logger Open(LoadedSettings settings)
    {
        var options = settings.Configuration.GetSection(LogFileOptions.Section).Get<LogFileOptions>() ?? new LogFileOptions();
        return new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.FromLogContext()
            .WriteTo.File(
                new LogLineFormatter(new SecretMask(settings.Secrets())),
                Path.Join(Folder(settings), "alphafactory-.log"),
                fileSizeLimitBytes: options.FileMegabytes * 1024L * 1024L,
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: options.KeepFiles,
                shared: true)
            .CreateLogger();
    }
}
