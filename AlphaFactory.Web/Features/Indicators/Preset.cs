namespace AlphaFactory.Web.Features.Indicators;

/// <summary>A saved view.</summary>
/// <param name="Id">Key that stays when the name changes.</param>
/// <param name="Name">What the person called it.</param>
/// <param name="View">Indicators and style, as <see cref="IndicatorsAddress.ToPreset"/> writes them.</param>
public sealed record Preset(string Id, string Name, string View);
