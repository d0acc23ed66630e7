namespace AlphaFactory.Tests.Core.Rules;

/// <summary>Whether a condition holds on a bar. The order makes <c>and</c> the least, <c>or</c> the greatest and <c>not</c> the mirror image.</summary>
public enum Truth : byte
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>A value it needs is missing.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Yes,
}
