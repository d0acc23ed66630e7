using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Indicators;

/// <summary>A registered indicator with all there is to know about it. Its parts are made when they are first asked for: there are many indicators, and a run needs a few.</summary>
public sealed class IndicatorEntry
{
    private readonly Lazy<IIndicator> _indicator;
    private readonly Lazy<ParameterSchema<IndicatorParameters>> _parameters;
    private readonly Lazy<ColumnTemplate[]> _templates;

    internal IndicatorEntry(IndicatorAttribute attribute, Type type)
    {
        About = attribute;
        _indicator = new(() => AttributeScan.Create<IIndicator>(type, attribute));
        _parameters = new(() => new ParameterSchema<IndicatorParameters>(Indicator.ParametersType));
        _templates = new(() => [.. Outputs.Select(output => new ColumnTemplate(output.Column, Parameters))]);
    }

    /// <summary>Stable snake_case id.</summary>
    public string Id => About.Id;

    /// <summary>Name shown to people.</summary>
    public string Name => About.Name;

    /// <summary>Group, words, formula, source and place on a chart.</summary>
    public IndicatorAttribute About { get; }

    /// <summary>The one instance; it has no state.</summary>
    public IIndicator Indicator => _indicator.Value;

    /// <summary>Its parameters.</summary>
    public ParameterSchema<IndicatorParameters> Parameters => _parameters.Value;

    /// <summary>The columns it writes.</summary>
    public IReadOnlyList<IndicatorOutput> Outputs => Indicator.Outputs;

    /// <summary>Columns of the bar it reads with these parameters.</summary>
    public PriceFields InputsOf(IndicatorParameters parameters) => Indicator.InputsOf(parameters) ?? About.Inputs;

    /// <summary>The name of one output's column.</summary>
    public string ColumnName(int output, IndicatorParameters parameters) => _templates.Value[output].Write(parameters);

    /// <summary>The values its title shows, in the order of their declaration; what the column's name leaves out as usual is left out.</summary>
    public IEnumerable<string> ShownValues(IndicatorParameters parameters) => _templates.Value[0].ShownValues(parameters);

    /// <summary>All its columns with these parameters.</summary>
    public IEnumerable<IndicatorColumn> Columns(IndicatorParameters parameters) =>
        Enumerable.Range(0, Outputs.Count).Select(output => new IndicatorColumn(this, parameters, output));

    /// <summary>All its columns with the parameters most people use.</summary>
    /// <exception cref="RegistrationException">The attribute names a column that is not one of its own.</exception>
    public IEnumerable<IndicatorColumn> UsualColumns() => About.Usual.Length == 0
        ? Columns(Parameters.Defaults())
        : About.Usual.SelectMany(name => Columns(UsualParameters(name)));

    /// <exception cref="RegistrationException">It is half-made.</exception>
    internal void Check()
    {
        var defaults = Parameters.Defaults();
        for (int i = 0; i < _templates.Value.Length; i++)
        {
            string name = _templates.Value[i].Write(defaults);
            if (!defaults.Equals(_templates.Value[i].Read(name, out _)))
            {
                throw new RegistrationException($"The column template \"{Outputs[i].Column}\" of {Indicator.GetType().FullName} does not read back its own name \"{name}\". Name every parameter in it.");
            }
        }
    }

    internal IndicatorColumn? Read(string column, List<string> faults)
    {
        for (int i = 0; i < _templates.Value.Length; i++)
        {
            if (_templates.Value[i].Read(column, out var found) is { } parameters)
            {
                return new IndicatorColumn(this, parameters, i);
            }

            faults.AddRange(found);
        }

        return null;
    }

    private IndicatorParameters UsualParameters(string column) => Read(column, [])?.Parameters
        ?? throw new RegistrationException($"The usual column \"{column}\" of {Indicator.GetType().FullName} is not one of its columns.");
}
