using System.Globalization;
using AlphaFactory.Tests.Engine.Trading;
using Xunit.MicrosoftTestingPlatform;

namespace AlphaFactory.Tests.Support;

/// <summary>Runs the tests, or, with one of the verbs before a folder, a worker node or a trader for a test to kill.</summary>
internal static class EntryPoint
{
    public const string WorkerVerb = "worker-to-kill", StudyWorkerVerb = "study-worker-to-kill", TraderVerb = "trader-to-kill", AlerterVerb = "alerter-to-kill", DeskVerb = "desk-to-kill";

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is [WorkerVerb, var folder, var postgres])
        {
            await WorkerToKill.RunAsync(folder, postgres.Length == 0 ? null : postgres);
            return 0;
        }

        if (arguments is [DeskVerb, var deskFolder, var deskDatabase, var faults])
        {
            await WorkerToKill.RunDeskAsync(deskFolder, deskDatabase.Length == 0 ? null : deskDatabase, faults.Length == 0 ? null : int.Parse(faults, CultureInfo.InvariantCulture));
            return 0;
        }

        if (arguments is [AlerterVerb, var alertFolder])
        {
            await WorkerToKill.RunAlertsAsync(alertFolder);
            return 0;
        }

        if (arguments is [TraderVerb, var tradingFolder, var step])
        {
            await TraderToKill.RunAsync(tradingFolder, int.Parse(step, CultureInfo.InvariantCulture));
            return 0;
        }

        if (arguments is [StudyWorkerVerb, var data, var database, var redis])
        {
            await WorkerToKill.RunStudiesAsync(data, database.Length == 0 ? null : database, redis.Length == 0 ? null : redis);
            return 0;
        }

        // Some runners talk to the tests in a protocol of their own instead of the testing platform's.
        return arguments.Any(argument => argument is "-automated" or "@@")
            ? await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(arguments)
            : await TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
