using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AlphaFactory.Engine.Alerts.Channels.Webhook;

/// <summary>
/// Signs what a webhook sends: <c>v1=</c> and the lower-case hexadecimal HMAC-SHA256, under the shared secret, of the Unix seconds of the header
/// <c>X-AlphaFactory-Timestamp</c>, a full stop and the body. The instant is signed too, so that a receiver can refuse what somebody recorded and sends again.
/// </summary>
public static class WebhookSignature
{
    /// <summary>Header of the signature.</summary>
    public const string Header = "X-AlphaFactory-Signature";

    /// <summary>Header of the instant, Unix seconds.</summary>
    public const string Timestamp = "X-AlphaFactory-Timestamp";

    /// <summary>Header of the id, the same in every attempt.</summary>
    public const string Delivery = "X-AlphaFactory-Delivery";

    /// <summary>The value of the header.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="seconds">Unix seconds.</param>
    /// <param name="body">The bytes sent.</param>
    public static string Of(string secret, long seconds, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes(seconds.ToString(CultureInfo.InvariantCulture) + "."));
        hash.AppendData(body);
        return "v1=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
