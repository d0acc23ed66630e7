using System.Text.Json.Serialization;
using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>One drawn column of an indicator chart.</summary>
/// <param name="Column">Name of the column in the chart's data.</param>
/// <param name="Setting">Key of the indicator it belongs to; its lines share one entry of the key.</param>
/// <param name="Title">What people read for the indicator.</param>
/// <param name="Name">What people read for the output.</param>
/// <param name="Panel">0 is the price panel, the others count down from it.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Tone">Colour of the series palette from 0; four and more repeat the colours dashed.</param>
/// <param name="Stroke">Place among the lines of the same colour: 0 solid, then dashed and dotted.</param>
/// <param name="Unit">What its values are counted in.</param>
public sealed record ChartLine(
    string Column, string Setting, string Title, string Name, int Panel, ChartLineKind Kind, int Tone, int Stroke, [property: JsonConverter(typeof(JsonStringEnumConverter<OutputUnit>))] OutputUnit Unit);

/// <summary>How a column is drawn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChartLineKind>))]
public enum ChartLineKind
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>One of the two borders of a band; what lies between them is shaded.</summary>
    Edge,

    /// <summary>Dots.</summary>
    Dots,

    /// <summary>Bars from zero.</summary>
    Bars,

    /// <summary>Triangles below rising and above falling patterns.</summary>
    Marks,

    /// <summary>Circles above patterns without a direction.</summary>
    Neutral,
}
