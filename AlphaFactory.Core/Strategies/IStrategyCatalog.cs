using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Strategies;

/// <summary>The strategies a run may name: those in code, and where there is a store, those people saved.</summary>
public interface IStrategyCatalog
{
    /// <summary>Every strategy in its current version, ordered by id.</summary>
    IReadOnlyList<StrategyEntry> All { get; }

    /// <summary>The strategy of an id for its current version, or of <c>id@version</c>; null when there is none.</summary>
    StrategyEntry? Find(string id);

    /// <summary>What to say when there is no strategy of that id.</summary>
    string Miss(string id);

    /// <summary>The strategy of an id or <c>id@version</c>.</summary>
    /// <exception cref="UnknownIdException">There is none; the message lists the known ids with a suggestion.</exception>
    StrategyEntry Get(string id) => Find(id) ?? throw new UnknownIdException(Miss(id));
}
