using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Components.Trading;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.Live;

/// <summary>A position as it is written: plain text, because sixty of them change five times a second.</summary>
internal sealed record PositionRow
{
    private const string Unknown = "–";

    public required string Key { get; init; }

    public required string Symbol { get; init; }

    public required string Side { get; init; }

    public required string Quantity { get; init; }

    public required string? Average { get; init; }

    public required string Last { get; init; }

    public required string Value { get; init; }

    public required string Share { get; init; }

    public required string ToStop { get; init; }

    public required string StopWords { get; init; }

    public required string Day { get; init; }

    public required string DayKind { get; init; }

    public required string Open { get; init; }

    public required string OpenKind { get; init; }

    public required long? Heard { get; init; }

    public required long? Period { get; init; }

    public static PositionRow Of(DeploymentFrame by, PositionFrame held) => new()
    {
        Key = $"{by.Id} {held.Symbol}",
        Symbol = held.Symbol,
        Side = OrderWords.Side(held.Shares),
        Quantity = OrderWords.Shares(held.Shares),
        Average = OrderWords.Price(held.AverageCost),
        Last = OrderWords.Price(held.Price) ?? Unknown,
        Value = FigureText.Money((double?)held.Value, cents: false) ?? Unknown,
        Share = FigureText.Percent(by.Equity is > 0 and { } equity ? (double?)(held.Value / equity) is { } share ? Math.Abs(share) : null : null, 1) ?? Unknown,
        ToStop = held is { Stop: { } stop, Price: > 0 and { } price } ? FigureText.Percent(Math.Abs((double)(stop / price) - 1), 1) ?? Unknown : Unknown,
        StopWords = held.Stop is { } at ? $"A stop waits at {OrderWords.Price(at)}" : "No stop waits behind it",
        Day = FigureText.Money((double?)by.DayUnrealised, plus: true) ?? Unknown,
        DayKind = Kind(by.DayUnrealised),
        Open = FigureText.Money((double?)held.Unrealised, plus: true) ?? Unknown,
        OpenKind = Kind(held.Unrealised),
        Heard = by.Heard?.ToUnixTimeMilliseconds(),
        Period = by.Period is { } seconds ? (long)(1000 * seconds) : null,
    };

    public static string Kind(decimal? made) => FigureText.Sign((double)made.GetValueOrDefault(), 2) switch { > 0 => "gain", < 0 => "loss", _ => "flat" };
}
