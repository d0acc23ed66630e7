using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace AlphaFactory.Tests.Support;

/// <summary>
/// A port on this machine for a server that must come back on the same one, or that is told its port before it starts. Taken from
/// below the range the system hands to outgoing connections: one of those could otherwise sit on the port while its server is down.
/// </summary>
internal static class LoopbackPort
{
    private const int Lowest = 20_000, Highest = 32_000;
    private static readonly ConcurrentDictionary<int, bool> s_taken = [];

    /// <summary>A port nobody listens on, given out once in this process.</summary>
    public static int Take()
    {
        while (true)
        {
            int port = RandomNumberGenerator.GetInt32(Lowest, Highest);
            if (IsFree(port) && s_taken.TryAdd(port, true))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
