using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace AlphaFactory.Engine.Runs;

/// <summary>Identity of a result: equal fingerprints mean equal figures.</summary>
public static class RunFingerprint
{
    /// <summary>Version of the code that computes, as stamped by the build.</summary>
    public static string CodeVersion { get; } =
        typeof(RunFingerprint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>SHA-256 over code version, the spec in its canonical text, and the hash of the bars; 64 lower-case hex digits.</summary>
    /// <param name="resolved">The spec with every parameter spelled out.</param>
    /// <param name="dataHash">From <see cref="DataHash.Of"/>.</param>
    /// <param name="trials">Tries the deflated Sharpe ratio was discounted for.</param>
    public static string Of(RunSpec resolved, string dataHash, int trials)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{CodeVersion}\n{dataHash}\n{trials}\n{RunSpecYaml.Write(resolved)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
