using System.Globalization;
using System.Text;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Api;

/// <summary>
/// What starts a run: the keys of a run file, as JSON or as the YAML the result page exports. One reader for both, since JSON is YAML.
/// </summary>
internal static class RunRequestBody
{
    private const int Largest = 64 * 1024;

    /// <summary>Reads the body.</summary>
    /// <exception cref="RunSpecException">It is too large or not a run; every fault is listed.</exception>
    public static async Task<RunSpec> ReadAsync(HttpRequest request, CancellationToken cancellationToken) => RunSpecYaml.Read(await TextAsync(request, cancellationToken));

    /// <summary>The body as text.</summary>
    /// <exception cref="RunSpecException">It is too large.</exception>
    public static async Task<string> TextAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] piece = new byte[8192];
        int count;
        while ((count = await request.Body.ReadAsync(piece, cancellationToken)) > 0)
        {
            buffer.Write(piece, 0, count);
            if (buffer.Length > Largest)
            {
                throw new RunSpecException([string.Create(CultureInfo.InvariantCulture, $"The request is larger than {Largest / 1024} kB, which no run needs. Send strategy, symbol and the settings only.")]);
            }
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
