using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AlphaFactory.Core.Trading;

/// <summary>
/// Our own name of an order, and its idempotency key: whoever decides the same thing on the same bar a second time, after a restart say, arrives at the same name and
/// finds that it is taken. Brokers are given it and give it back.
/// </summary>
public readonly record struct OrderRef
{
    /// <summary>Longest reference.</summary>
    public const int MaximumLength = 64;

    /// <summary>The rule in words, for messages.</summary>
    public const string Words = "1 to 64 letters, digits and . - ^ = _ :";

    private readonly string? _text;

    private OrderRef(string text) => _text = text;

    /// <summary>The reference as it is written.</summary>
    public string Text => _text ?? "";

    /// <summary>The reference of a decision.</summary>
    /// <param name="deployment">Who decided: id of the deployment, or of a person's session.</param>
    /// <param name="symbol">Symbol traded.</param>
    /// <param name="decided">Instant of the decision; whole milliseconds count.</param>
    /// <param name="step">Number of the order within that decision.</param>
    /// <exception cref="ArgumentException">It would not be a reference.</exception>
    public static OrderRef Of(string deployment, string symbol, DateTimeOffset decided, int step)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{deployment}:{symbol}:{decided.ToUnixTimeMilliseconds()}:{step}");
        return TryParse(text, out var reference) ? reference : throw new ArgumentException($"\"{text}\" is no order reference; one is {Words}. Give the deployment a shorter id.", nameof(deployment));
    }

    /// <summary>Reads a reference.</summary>
    /// <returns>False when <paramref name="text"/> is not one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out OrderRef reference)
    {
        bool isOne = text is { Length: > 0 and <= MaximumLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '^' or '=' or '_' or ':');
        reference = isOne ? new OrderRef(text!) : default;
        return isOne;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
