using System.Globalization;
using AlphaFactory.Core.Parameters;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Components.Forms;

/// <summary>Draws, checks and reports the values of declared parameters. Values are text by snake_case name, as in a link or a file; an absent one is its default.</summary>
public sealed partial class ParameterForm
{
    private Dictionary<string, string> _single = [];
    private IReadOnlyList<string> _together = [];

    /// <summary>The declaration.</summary>
    [Parameter, EditorRequired]
    public required IParameterSchema Schema { get; set; }

    /// <summary>The values that differ from their default, or all of them.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Values { get; set; }

    /// <summary>Told all values after each change, faulty ones too: the page decides with <see cref="IParameterSchema"/> whether it can go on.</summary>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<string, string>> ValuesChanged { get; set; }

    /// <summary>Begins every element id, for two forms on one page.</summary>
    [Parameter]
    public string Prefix { get; set; } = "parameter-";

    /// <summary>True reports at every key and draws a slider over the range an optimiser would go through.</summary>
    [Parameter]
    public bool Live { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _single = [];
        foreach (ParameterDefinition parameter in Schema.Definitions)
        {
            // Alone, a value can only break its own rule or one with the defaults of others; the first kind names it.
            if (Schema.Faults(new Dictionary<string, string> { [parameter.Name] = TextOf(parameter) }).FirstOrDefault(fault => fault.StartsWith(parameter.Name + " is \"", StringComparison.Ordinal)) is { } own)
            {
                _single[parameter.Name] = own;
            }
        }

        _together = _single.Count == 0 ? Schema.Faults(Values) : [];
    }

    private static string Hint(ParameterDefinition parameter) => parameter.Kind switch
    {
        ParameterKind.Switch => parameter.Help,
        ParameterKind.Choice => $"default {parameter.Default.Replace('-', ' ')}",
        _ when parameter is { Minimum: { } low, Maximum: { } high } => FormattableString.Invariant($"{low:#,0.##} to {high:#,0.##}, default {parameter.Default}"),
        _ => $"default {parameter.Default}",
    };

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where a slider stands: at the value, or at the end nearer to it when that lies outside.</summary>
    private (double From, double To, double Step, double At)? Slider(ParameterDefinition parameter) =>
        parameter.Sweep is { } sweep && double.TryParse(TextOf(parameter), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? (sweep.From, sweep.To, sweep.Step, Math.Clamp(value, sweep.From, sweep.To))
            : null;

    private string TextOf(ParameterDefinition parameter) => Values.GetValueOrDefault(parameter.Name) ?? parameter.Default;

    private string? FaultOf(ParameterDefinition parameter) => _single.GetValueOrDefault(parameter.Name);

    private Task SetAsync(ParameterDefinition changed, string? text) => ValuesChanged.InvokeAsync(
        Schema.Definitions.ToDictionary(parameter => parameter.Name, parameter => parameter == changed ? text?.Trim().ToLowerInvariant() ?? "" : TextOf(parameter)));
}
