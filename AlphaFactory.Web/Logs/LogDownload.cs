using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Logs;

/// <summary>All log files as one, oldest line first, one JSON object a line.</summary>
internal static class LogDownload
{
    public static void MapLogDownload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/log/download", (LogReader reader, CancellationToken cancellationToken) => Results.Stream(
                output => WriteAsync(reader, output, cancellationToken), "application/jsonl", "alphafactory-log.jsonl"))
            .RequireAuthorization(Policies.Admin).ExcludeFromDescription();

    private static async Task WriteAsync(LogReader reader, Stream output, CancellationToken cancellationToken)
    {
        foreach (string path in reader.Files().Reverse())
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await file.CopyToAsync(output, cancellationToken);
        }
    }
}
