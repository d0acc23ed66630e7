using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Adds up five opinions about price and volume, each in [-1, 1], and trades their weighted mean.</summary>
[Strategy("multi-factor", "Multi-factor score",
    Title = "Multi-factor {trend_weight}/{momentum_weight}/{reversion_weight}/{volatility_weight}/{volume_weight}",
    Logic = "Scores trend (distance of the close from its mean), momentum (gain over half a year against usual ranges), mean reversion (a low close after a fall), volatility (quieter than usual) and volume (money flowing in), each from -1 to 1, and takes their weighted mean. Buys when the score reaches the entry level, sells when it falls to the exit level.",
    Failure = "The factors agree late: when everything speaks for a price, much of the move is over. Trend and mean reversion pull against each other, so equal weights do little; and five weights are five ways to fit the past.")]
public sealed class MultiFactor : IndicatorStrategy<MultiFactorParameters>, IStrengthStrategy, IHoldStrategy
{
    private const double Steps = 4;
    private static readonly ColumnKind s_distance = Opinion(Factor.Distance), s_gain = Opinion(Factor.Gain), s_quiet = Opinion(Factor.Quiet), s_flow = Opinion(Factor.Flow);

    /// <inheritdoc/>
    public override IReadOnlyList<StrategyPreset> Presets { get; } =
    [
        new("balanced", "Balanced", "Trend and momentum count double, the rest corrects them.", new MultiFactorParameters()),
        new("trend", "Trend and momentum", "Only the two factors that follow price.", new MultiFactorParameters
        {
            ReversionWeight = 0, VolatilityWeight = 0, VolumeWeight = 0,
        }),
        new("contrarian", "Contrarian", "Buys falls in quiet markets: mean reversion leads, trend only keeps it out of declines.", new MultiFactorParameters
        {
            TrendWeight = 0.5, MomentumWeight = 0, ReversionWeight = 2, VolumeWeight = 0, EntryScore = 0.4,
        }),
        new("scaled", "Scaled by strength", "As balanced, but holds a quarter to all of the position, the stronger the score the more.", new MultiFactorParameters
        {
            Exposure = MultiFactorExposure.Strength, EntryScore = 0.15,
        }),
    ];

    /// <inheritdoc/>
    public void Rate(BarSeries bars, StrategyParameters parameters, Span<double> strength)
    {
        var values = (MultiFactorParameters)parameters;
        var factors = new FactorScores(new StrategyColumns(Compute(bars, values), bars.Count), values);
        factors.Write(0, strength);
        for (int i = 0; i < strength.Length; i++)
        {
            strength[i] = i < values.WarmUpBars ? double.NaN : Math.Abs(strength[i]);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryHold(BarSeries bars, in StrategyColumns columns, StrategyParameters parameters, Span<ulong> held, Span<ulong> anew)
    {
        var values = (MultiFactorParameters)parameters;
        if (values.Sides != TradeSides.LongOnly || values.Exposure == MultiFactorExposure.Strength)
        {
            return false;
        }

        Span<double> scores = stackalloc double[Comparison.Word];
        var factors = new FactorScores(columns, values);
        ulong before = 0;
        for (int word = 0; word < held.Length; word++)
        {
            int first = word * Comparison.Word;
            var score = scores[..Math.Min(Comparison.Word, bars.Count - first)];
            factors.Write(first, score);
            ulong buy = Comparison.AtLeast(score, values.EntryScore) & Comparison.From(values.WarmUpBars, first);
            held[word] = Latch.Run(buy, Comparison.AtMost(score, values.ExitScore) & ~buy, before);
            before = held[word] >> (Comparison.Word - 1);
        }

        return true;
    }

    /// <inheritdoc/>
    protected override void Columns(MultiFactorParameters parameters, List<ColumnKey> columns)
    {
        columns.Add(new(s_distance, parameters.TrendPeriod));
        columns.Add(new(s_gain, parameters.MomentumPeriod, parameters.UsualRangePeriod));
        columns.Add(new(s_distance, parameters.ReversionPeriod));
        columns.Add(new(s_quiet, parameters.VolatilityPeriod, parameters.UsualRangePeriod));
        columns.Add(new(s_flow, parameters.VolumePeriod));
    }

    /// <inheritdoc/>
    protected override void Decide(BarSeries bars, in StrategyColumns columns, MultiFactorParameters parameters, Span<double> target)
    {
        bool both = parameters.Sides == TradeSides.LongAndShort, scaled = parameters.Exposure == MultiFactorExposure.Strength;
        int side = 0, warm = parameters.WarmUpBars;
        new FactorScores(columns, parameters).Write(0, target);
        for (int i = 0; i < target.Length; i++)
        {
            if (i < warm)
            {
                target[i] = double.NaN;
                continue;
            }

            double score = target[i];
            side = side > 0 && score <= parameters.ExitScore ? 0 : side < 0 && score >= -parameters.ExitScore ? 0 : side;
            side = side == 0 && score >= parameters.EntryScore ? 1 : side == 0 && both && score <= -parameters.EntryScore ? -1 : side;
            // In quarters: a score that moves a little every day would otherwise trade a little every day.
            target[i] = side * (scaled ? Math.Clamp(Math.Ceiling(Math.Abs(score) * Steps), 1, Steps) / Steps : 1);
        }
    }

    private static ColumnKind Opinion(Factor factor) =>
        new(() => FactorOpinion.Entry, key => new FactorOpinionParameters { Factor = factor, Period = (int)key.First, RangePeriod = (int)key.Second });
}

/// <summary>Parameters of <see cref="MultiFactor"/>.</summary>
public sealed record MultiFactorParameters : StrategyParameters, IValidatableObject
{
    /// <summary>Weight of the trend.</summary>
    [Range(0, 10), Sweep(0, 2, 0.5), Display(Name = "Trend weight", Description = "How much the distance from the long mean counts; 0 leaves it out.")]
    public double TrendWeight { get; init; } = 1;

    /// <summary>Weight of momentum.</summary>
    [Range(0, 10), Sweep(0, 2, 0.5), Display(Name = "Momentum weight", Description = "How much the gain over the momentum period counts; 0 leaves it out.")]
    public double MomentumWeight { get; init; } = 1;

    /// <summary>Weight of mean reversion.</summary>
    [Range(0, 10), Sweep(0, 2, 0.5), Display(Name = "Reversion weight", Description = "How much a fall of the last bars speaks for buying; 0 leaves it out.")]
    public double ReversionWeight { get; init; } = 0.5;

    /// <summary>Weight of volatility.</summary>
    [Range(0, 10), Sweep(0, 2, 0.5), Display(Name = "Volatility weight", Description = "How much a market quieter than usual speaks for buying; 0 leaves it out.")]
    public double VolatilityWeight { get; init; } = 0.5;

    /// <summary>Weight of volume.</summary>
    [Range(0, 10), Sweep(0, 2, 0.5), Display(Name = "Volume weight", Description = "How much money flowing in counts; 0 leaves it out.")]
    public double VolumeWeight { get; init; } = 0.5;

    /// <summary>Bars of the trend's mean.</summary>
    [Range(3, 1000), Unit("bars"), Sweep(50, 200, 25), Display(Name = "Trend", Description = "Bars of the mean the close is measured from.")]
    public int TrendPeriod { get; init; } = 100;

    /// <summary>Bars momentum looks back.</summary>
    [Range(2, 1000), Unit("bars"), Sweep(60, 250, 10), Display(Name = "Momentum", Description = "Bars over which the gain is measured.")]
    public int MomentumPeriod { get; init; } = 126;

    /// <summary>Bars of mean reversion.</summary>
    [Range(3, 250), Unit("bars"), Sweep(5, 20, 5), Display(Name = "Reversion", Description = "Bars of the mean a fall is measured from.")]
    public int ReversionPeriod { get; init; } = 10;

    /// <summary>Bars of volatility; five times as many are the usual.</summary>
    [Range(2, 250), Unit("bars"), Sweep(10, 40, 5), Display(Name = "Volatility", Description = "Bars of the present range; five times as many are taken as usual.")]
    public int VolatilityPeriod { get; init; } = 20;

    /// <summary>Bars of the money flow.</summary>
    [Range(2, 250), Unit("bars"), Sweep(10, 30, 5), Display(Name = "Volume", Description = "Bars of the money flow index.")]
    public int VolumePeriod { get; init; } = 14;

    /// <summary>Score that buys.</summary>
    [Range(0.01, 1), Sweep(0.1, 0.6, 0.05), Display(Name = "Entry score", Description = "Weighted mean, from -1 to 1, from which it buys; short sales mirror it.")]
    public double EntryScore { get; init; } = 0.25;

    /// <summary>Score that sells.</summary>
    [Range(-1, 1), Sweep(-0.2, 0.2, 0.05), Display(Name = "Exit score", Description = "Weighted mean down to which it holds; short sales mirror it.")]
    public double ExitScore { get; init; }

    /// <summary>How much it holds.</summary>
    [Display(Name = "Exposure", Description = "full holds all or nothing; strength holds a quarter to all of it, by the score.")]
    public MultiFactorExposure Exposure { get; init; } = MultiFactorExposure.Full;

    /// <summary>Sides it may take.</summary>
    [Display(Name = "Sides", Description = "long-only buys and sells what it holds; long-and-short also sells short by the mirrored rule.")]
    public TradeSides Sides { get; init; } = TradeSides.LongOnly;

    /// <inheritdoc/>
    public override int WarmUpBars => Math.Max(Math.Max(TrendPeriod - 1, MomentumPeriod), Math.Max(Math.Max(UsualRangePeriod, ReversionPeriod - 1), VolumePeriod));

    /// <inheritdoc/>
    public override bool Fits => WeightSum > 0 && ExitScore < EntryScore;

    /// <summary>Bars of the range that is taken as usual.</summary>
    internal int UsualRangePeriod => 5 * VolatilityPeriod;

    internal double WeightSum => TrendWeight + MomentumWeight + ReversionWeight + VolatilityWeight + VolumeWeight;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WeightSum <= 0)
        {
            yield return new ValidationResult("trend_weight and all other weights are 0, so there is nothing to add up. Give one factor a weight above 0.", [nameof(TrendWeight)]);
        }

        if (ExitScore >= EntryScore)
        {
            yield return new ValidationResult(FormattableString.Invariant($"exit_score is {ExitScore} and entry_score is {EntryScore}, but exit_score must be below entry_score. Lower exit_score or raise entry_score."), [nameof(ExitScore), nameof(EntryScore)]);
        }
    }
}

/// <summary>How much <see cref="MultiFactor"/> holds.</summary>
public enum MultiFactorExposure
{
    /// <summary>All or nothing.</summary>
    Full,

    /// <summary>A quarter to all, by the strength of the score.</summary>
    Strength,
}
