using System.Text.RegularExpressions;

namespace AlphaFactory.Web.Logs;

/// <summary>Keeps secrets out of log lines: the known ones by their text, the others by their shape.</summary>
internal sealed class SecretMask(IReadOnlyList<string> secrets)
{
    // A named secret ("Password=…", "pass_phrase": "…"), a bearer header, and our own tokens.
    private static readonly Regex s_shapes = new("""(?<name>(?:password|pwd|pass[_-]?phrase|secret|api[_-]?key|authorization)["']?\s*[=:]\s*["']?)(?:bearer\s+)?[^\s;,"'&]+|(?<name>bearer\s+)[\w.~+/-]+=*|\baf_\w{8,}""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private const string Mask = "***";

    /// <summary>The text with every secret replaced by <c>***</c>.</summary>
    public string Apply(string text)
    {
        foreach (string secret in secrets)
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return s_shapes.Replace(text, match => match.Groups["name"].Success ? match.Groups["name"].Value + Mask : Mask);
    }
}
