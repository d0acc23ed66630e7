using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.MarketData.Importing;

/// <summary>Where an uploaded file waits while it is looked at and imported, so that it never has to fit into memory.</summary>
public sealed class UploadFolder(IOptions<EngineOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Makes an empty file that disappears when it is closed. Files that a crash left behind a day ago are removed.</summary>
    /// <exception cref="IOException">The data directory cannot be written.</exception>
    public FileStream Create()
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Join(options.Value.DataPath, "uploads"));
        foreach (FileInfo old in folder.EnumerateFiles("*.upload").Where(file => file.LastWriteTimeUtc < (time.GetUtcNow() - Forgotten).UtcDateTime))
        {
            old.Delete();
        }

        return new FileStream(Path.Join(folder.FullName, $"{Guid.NewGuid():N}.upload"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 1 << 16,
        });
    }
}
