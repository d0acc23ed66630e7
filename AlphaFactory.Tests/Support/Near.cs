using System.Globalization;

namespace AlphaFactory.Tests.Support;

/// <summary>Equality to a relative tolerance, with both numbers in the message.</summary>
internal static class Near
{
    public static void Equal(double expected, double? actual, double relative = 1e-9, string what = "value")
    {
        Assert.True(actual is { } value && Math.Abs(value - expected) <= relative * Math.Max(1e-3, Math.Abs(expected)),
            string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R} but was {actual:R}"));
    }
}
