using System.IO.Compression;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Logs;

/// <summary>All log files as one zip.</summary>
internal static class LogDownload
{
    public static void MapLogDownload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/log/download", (LogReader reader, CancellationToken cancellationToken) => Results.Stream(
                output => WriteAsync(reader, output, cancellationToken), "application/zip", "alphafactory-log.zip"))
            .RequireAuthorization(Policies.Admin).ExcludeFromDescription();

    private static async Task WriteAsync(LogReader reader, Stream output, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (string path in reader.Files())
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var entry = await archive.CreateEntry(Path.GetFileName(path)).OpenAsync(cancellationToken);
            await file.CopyToAsync(entry, cancellationToken);
        }
    }
}
