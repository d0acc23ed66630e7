namespace AlphaFactory.Engine.Persistence.Sqlite;

/// <summary>A file beside the database, opened for one process only. The operating system frees it with the process.</summary>
internal sealed class SqliteStartLock(string file, TimeProvider clock) : IStartLock
{
    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another process is starting; it needs about a second.
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
            }
        }
    }
}
