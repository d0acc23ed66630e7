using System.Net;
using System.Net.Sockets;
using AlphaFactory.Web.Verbs;

namespace AlphaFactory.Web;

/// <summary>Looks whether the address is free before anything is started, so that the answer comes at once.</summary>
internal static class PortCheck
{
    /// <exception cref="VerbException">Another program listens there.</exception>
    public static async Task RequireFreeAsync(string urls, CancellationToken cancellationToken)
    {
        foreach (string url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Port != 0)
            {
                foreach (var host in await Dns.GetHostAddressesAsync(address.Host, cancellationToken))
                {
                    TryListen(url, host, address.Port);
                }
            }
        }
    }

    /// <summary>What to say when the address is taken.</summary>
    public static VerbException Taken(string url) => new($"{url} is taken by another program. Stop it, or choose another port: --urls http://127.0.0.1:5081");

    private static void TryListen(string url, IPAddress host, int port)
    {
        try
        {
            using var listener = new TcpListener(host, port);
            listener.Start();
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw Taken(url);
        }
        catch (SocketException)
        {
            // The machine lacks this kind of address (localhost is often two); the server itself says so if it needs it.
        }
    }
}
