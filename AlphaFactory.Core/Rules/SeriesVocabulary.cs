using System.Text;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Rules;

/// <summary>
/// The names a rule may use: the columns of the bar and every output of every registered indicator. The name of an output is that of its
/// column without the parameters (<c>macd_hist</c> of <c>macd_hist_{fast}_{slow}_{signal}</c>); where that is taken by another indicator,
/// the indicator's id comes first (<c>bb_average_upper</c>). An indicator with one output also answers to its id.
/// </summary>
public sealed class SeriesVocabulary
{
    private static readonly Lazy<SeriesVocabulary> s_shipped = new(() => new(IndicatorRegistry.Shipped()));

    private readonly Dictionary<string, SeriesName> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SeriesName> _ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names every output of a registry.</summary>
    /// <exception cref="RegistrationException">Two outputs would have the same name.</exception>
    public SeriesVocabulary(IndicatorRegistry registry)
    {
        Registry = registry;
        var all = registry.All.SelectMany(entry => entry.Outputs.Select((output, place) => (entry, place, bare: Bare(output.Column)))).ToList();
        var taken = all.GroupBy(output => output.bare).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        All = [.. all.Select(output => new SeriesName(taken.Contains(output.bare) ? Qualified(output.entry.Id, output.bare) : output.bare, output.entry, output.place))];
        foreach (var name in All)
        {
            if (!_names.TryAdd(name.Text, name))
            {
                throw new RegistrationException($"Rules would call an output of {name.Indicator.Id} and one of {_names[name.Text].Indicator.Id} both \"{name.Text}\". Give one of the columns another name.");
            }
        }

        foreach (var entry in registry.All.Where(entry => entry.Outputs.Count == 1))
        {
            _ids.Add(entry.Id, All.First(name => name.Indicator == entry));
        }
    }

    /// <summary>Every name, in the order of the indicators' ids.</summary>
    public IReadOnlyList<SeriesName> All { get; }

    /// <summary>Where the indicators come from.</summary>
    public IndicatorRegistry Registry { get; }

    /// <summary>The names of this program.</summary>
    public static SeriesVocabulary Shipped() => s_shipped.Value;

    /// <summary>The output of that name, without regard to case; null when there is none.</summary>
    public SeriesName? Find(string name) => _names.GetValueOrDefault(name) ?? _ids.GetValueOrDefault(name);

    /// <summary>The output of a series in a tree.</summary>
    /// <exception cref="UnknownIdException">There is none.</exception>
    public SeriesName Get(string name) => Find(name) ?? throw new UnknownIdException(Miss(name));

    /// <summary>What to say when a name means nothing.</summary>
    public string Miss(string name)
    {
        if (Registry.Find(name) is { } indicator)
        {
            return $"{indicator.Id} has several lines: {string.Join(", ", All.Where(known => known.Indicator == indicator).Select(known => known.Text))}. Name one of them.";
        }

        string[] fields = [.. Enum.GetNames<PriceField>().Select(field => field.ToLowerInvariant())];
        return $"\"{name}\" is neither an indicator nor open, high, low, close or volume.{Suggestion.Sentence(name, [.. fields, .. _names.Keys])}";
    }

    /// <summary>Reads a whole column name such as <c>sma_200</c>; null when it is none. A value out of its range is in the faults.</summary>
    internal IndicatorColumn? Column(string name, List<string> faults) =>
        Registry.All.Select(entry => entry.Read(name, faults)).FirstOrDefault(column => column is not null);

    private static string Bare(string template)
    {
        var kept = new StringBuilder();
        int depth = 0;
        foreach (char letter in template.ToLowerInvariant())
        {
            depth += letter is '{' or '[' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(letter);
            }

            depth -= letter is '}' or ']' ? 1 : 0;
        }

        return string.Join('_', kept.ToString().Split('_', StringSplitOptions.RemoveEmptyEntries));
    }

    // bb_average with the column bb_upper: the id, and what the column says beyond their common beginning.
    private static string Qualified(string id, string bare) =>
        bare == id || bare.StartsWith(id + "_", StringComparison.Ordinal)
            ? bare
            : id + "_" + string.Join('_', bare.Split('_').Except(id.Split('_')));
}

/// <summary>A name in the language and what it stands for.</summary>
/// <param name="Text">Lower-case name.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Output">Place of the output in the indicator's list.</param>
public sealed record SeriesName(string Text, IndicatorEntry Indicator, int Output);
