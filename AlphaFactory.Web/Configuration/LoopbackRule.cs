using System.Net;

namespace AlphaFactory.Web.Configuration;

/// <summary>Only this machine is answered unless the owner says otherwise in words.</summary>
internal static class LoopbackRule
{
    public static IEnumerable<string> Faults(ServerOptions server, ProgramOptions program)
    {
        foreach (string text in server.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(text.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                yield return $"Urls is \"{text}\", which is not an address. Give one such as http://127.0.0.1:5080.";
            }
            else if (!program.AllowRemote && !IsLoopback(url))
            {
                yield return $"Urls is \"{text}\", which other machines can reach. Listen on 127.0.0.1, or set AlphaFactory:AllowRemote to true and put https in front.";
            }
        }
    }

    /// <summary>True for localhost and the loopback addresses.</summary>
    public static bool IsLoopback(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
