using System.Text.Json;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>
/// The file <c>KILL</c> in the data directory. Whoever can write there can end trading, with any content or none; the program writes it as well, so that a kill survives a restart
/// while the database is away.
/// </summary>
/// <param name="folder">The data directory.</param>
/// <param name="clock">The time of the machine.</param>
internal sealed class KillFile(string folder, TimeProvider clock)
{
    public const string Name = "KILL";

    public string FullName { get; } = Path.Join(folder, Name);

    /// <summary>What it says; null when there is none.</summary>
    public KillState? Read()
    {
        if (!File.Exists(FullName))
        {
            return null;
        }

        try
        {
            if (JsonSerializer.Deserialize<KillState>(File.ReadAllText(FullName)) is { IsKilled: true } said)
            {
                return said;
            }
        }
        catch (JsonException)
        {
            // Put there by hand.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // That it lies there is enough.
        }

        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(FullName), TimeSpan.Zero);
        var now = clock.GetUtcNow();
        return new KillState(written > now || written.Year < now.Year - 1 ? now : written, "file", $"the file {Name} lies in the data directory", "file");
    }

    /// <summary>Writes it, whole or not at all. A disk that is full must not keep anybody from stopping, so a failure is no failure of the kill.</summary>
    /// <returns>Why it could not be written; null when it lies there.</returns>
    public Exception? Write(KillState state)
    {
        try
        {
            string draft = FullName + ".new";
            File.WriteAllText(draft, JsonSerializer.Serialize(state));
            File.Move(draft, FullName, overwrite: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault;
        }
    }

    /// <summary>Takes it away. One that stays is older than the day trading came back, and is passed over.</summary>
    public void Delete()
    {
        try
        {
            File.Delete(FullName);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Passed over by its time.
        }
    }
}
