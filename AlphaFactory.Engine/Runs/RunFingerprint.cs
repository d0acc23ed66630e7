using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Runs;

/// <summary>Identity of a result: equal fingerprints mean equal trades, equity and figures, whoever asked and wherever the bars lay.</summary>
/// <remarks>The number of earlier tries is not part of it, so the deflated Sharpe ratio and the verdict may sink from one repetition to the next.</remarks>
public static class RunFingerprint
{
    /// <summary>Version of the code that computes, as stamped by the build.</summary>
    public static string CodeVersion { get; } =
        typeof(RunFingerprint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>SHA-256 over code version, the hash of the bars and the canonical text of the spec; 64 lower-case hex digits.</summary>
    /// <param name="resolved">The spec with every parameter spelled out.</param>
    /// <param name="first">First trading day of the period, in place of an absent or earlier <c>from</c>.</param>
    /// <param name="last">Last trading day of the period.</param>
    /// <param name="dataHash">From <see cref="DataHash.Of"/>.</param>
    public static string Of(RunSpec resolved, DateOnly first, DateOnly last, string dataHash)
    {
        // The engines agree to the last trade, so which one was asked for is no part of the identity.
        var canonical = resolved with { Source = null, From = first, To = last, Engine = EngineChoice.Event };
        string text = string.Create(CultureInfo.InvariantCulture, $"{CodeVersion}\n{dataHash}\n{RunSpecYaml.Write(canonical)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The fingerprint this version of the program would give a stored result.</summary>
    public static string Again(BacktestResult result) => Of(result.Spec, DayOf(result.Times[0]), DayOf(result.Times[^1]), result.DataHash);

    /// <summary>True when a stored result was computed by this version of the program, so that a repetition must give the same figures.</summary>
    public static bool IsOfThisVersion(BacktestResult result) => Again(result) == result.Fingerprint;

    private static DateOnly DayOf(long milliseconds) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime);
}
