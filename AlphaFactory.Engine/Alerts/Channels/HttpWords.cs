using System.Net.Sockets;

namespace AlphaFactory.Engine.Alerts.Channels;

/// <summary>What HTTP says, in words without addresses: an address may hold a token.</summary>
internal static class HttpWords
{
    /// <summary>What went wrong on the way.</summary>
    public static string Of(HttpRequestException fault) => fault.InnerException switch
    {
        SocketException socket => socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => "nobody listens there",
            SocketError.HostNotFound or SocketError.NoData => "its name is not known",
            SocketError.TimedOut => "it does not answer",
            var code => $"the network said {code}",
        },
        _ => fault.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "its name is not known",
            HttpRequestError.SecureConnectionError => "its certificate is not trusted or the secure connection failed",
            HttpRequestError.ResponseEnded => "the connection ended before the answer",
            HttpRequestError.InvalidResponse => "its answer is not HTTP",
            _ => "the connection failed",
        },
    };

    /// <summary>True when the request may have been read before the connection broke.</summary>
    public static bool MayHaveArrived(HttpRequestException fault) =>
        fault.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError);

    /// <summary>How long the other side asked to be left alone.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage answer, TimeProvider clock) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
