using System.Diagnostics;
using System.Globalization;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Persistence.Trading;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>A process that trades by the script and is killed, by the signal that nothing can catch, at one of its steps.</summary>
internal static class TraderToKill
{
    public const string DatabaseName = "trading.db", BrokerName = "broker.txt";

    /// <summary>What the process does.</summary>
    /// <param name="folder">Folder with the database; the broker's file comes beside it.</param>
    /// <param name="killAt">Number of the step at which it is killed, 1 for the first; 0 lets it live.</param>
    /// <returns>Steps there were.</returns>
    public static async Task<int> RunAsync(string folder, int killAt)
    {
        int points = 0;
        void Point()
        {
            if (++points == killAt)
            {
                Process.GetCurrentProcess().Kill();
                new ManualResetEvent(false).WaitOne();
            }
        }

        await using var _ = new Trading();
        var (broker, clock) = KeptBroker.Open(Path.Join(folder, BrokerName), Point);
        using (broker)
        {
            var desk = await TradingDesk.RestartAsync(clock, broker, new StoppingJournal(Journal(folder), Point));
            await CrashScript.RunAsync(desk, broker);
        }

        return points;
    }

    /// <summary>Runs it in a process of its own that ends by the signal.</summary>
    public static async Task KillAsync(string folder, int killAt)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("The test process does not know its own program.");
        string[] arguments = [EntryPoint.TraderVerb, folder, killAt.ToString(CultureInfo.InvariantCulture)];
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            arguments = [typeof(TraderToKill).Assembly.Location, .. arguments];
        }

        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, Environment = { ["DOTNET_TieredPGO"] = "0" } })!;
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 128 + 9, $"The trader ended by itself with {process.ExitCode} before step {killAt}: {errors}");
    }

    public static IOrderJournal Journal(string folder)
    {
        string file = Path.Join(folder, DatabaseName);
        return new OrderJournals(new DatabaseLocation("sqlite", new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString, file)).Of("simulated:script");
    }

    /// <summary>A journal with a step before and after each line.</summary>
    private sealed class StoppingJournal(IOrderJournal inner, Action point) : IOrderJournal
    {
        public async Task<bool> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken)
        {
            point();
            bool isNew = await inner.AddAsync(ticket, at, cancellationToken);
            point();
            return isNew;
        }

        public async Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken)
        {
            point();
            await inner.AppendAsync(reference, happened, at, cancellationToken);
            point();
        }

        public Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);
    }

    /// <summary>Closes the pooled connections, so that a file can be copied or removed.</summary>
    private sealed class Trading : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            return ValueTask.CompletedTask;
        }
    }
}
