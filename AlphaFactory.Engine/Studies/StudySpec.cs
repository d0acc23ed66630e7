using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>Everything that decides the outcome of a study, but the bars: a <see cref="SweepStudy"/>, a <see cref="WalkForwardStudy"/> or a <see cref="CrossValidationStudy"/>.</summary>
public abstract record StudySpec
{
    private protected StudySpec()
    {
    }

    /// <summary>Kind of the run it becomes.</summary>
    public abstract RunKind Kind { get; }

    /// <summary>What is tried, and on which run.</summary>
    public abstract SweepDefinition Tried { get; }

    /// <summary>The run every set shares.</summary>
    public RunSpec Run => Tried.Run;

    /// <summary>The same study of another sweep.</summary>
    public abstract StudySpec With(SweepDefinition tried);
}

/// <summary>Many sets of parameters on the same bars.</summary>
/// <param name="Sweep">What is tried.</param>
public sealed record SweepStudy(SweepDefinition Sweep) : StudySpec
{
    /// <inheritdoc/>
    public override RunKind Kind => RunKind.Sweep;

    /// <inheritdoc/>
    public override SweepDefinition Tried => Sweep;

    /// <inheritdoc/>
    public override StudySpec With(SweepDefinition tried) => new SweepStudy(tried);
}

/// <summary>Parameters chosen on one stretch of bars and traded on the next.</summary>
/// <param name="Walk">What is tried and how the bars are cut.</param>
public sealed record WalkForwardStudy(WalkForwardDefinition Walk) : StudySpec
{
    /// <inheritdoc/>
    public override RunKind Kind => RunKind.WalkForward;

    /// <inheritdoc/>
    public override SweepDefinition Tried => Walk.Sweep;

    /// <inheritdoc/>
    public override StudySpec With(SweepDefinition tried) => new WalkForwardStudy(Walk with { Sweep = tried });
}

/// <summary>Parameters chosen on parts of the days and judged on the others.</summary>
/// <param name="Validation">What is tried and how the days are cut.</param>
public sealed record CrossValidationStudy(CrossValidationDefinition Validation) : StudySpec
{
    /// <inheritdoc/>
    public override RunKind Kind => RunKind.CrossValidation;

    /// <inheritdoc/>
    public override SweepDefinition Tried => Validation.Sweep;

    /// <inheritdoc/>
    public override StudySpec With(SweepDefinition tried) => new CrossValidationStudy(Validation with { Sweep = tried });
}
