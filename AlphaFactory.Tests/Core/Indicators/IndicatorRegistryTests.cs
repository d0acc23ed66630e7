using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Indicators.Averages;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Tests.Core.Indicators;

public sealed class IndicatorRegistryTests
{
    [Theory]
    [InlineData("sma_37", "sma", "period=37")]
    [InlineData("macd_hist_12_26_9", "macd", "fast=12;slow=26;signal=9")]
    [InlineData("t3_5_0.7", "t3", "volume_factor=0.7;period=5")]
    [InlineData("apo_10_30_tema", "apo", "average=tema;fast=10;slow=30")]
    [InlineData("correl_cv_20", "correl", "period=20;first=close;second=volume")]
    [InlineData("cdl_morningstar", "morning_star", "penetration=0.3")]
    [InlineData("cdl_MORNINGSTAR_0.5", "morning_star", "penetration=0.5")]
    public void A_name_is_read_with_any_valid_parameters(string name, string id, string values)
    {
        var column = IndicatorColumn.Parse(name);
        var actual = column.Indicator.Parameters.Format(column.Parameters).Select(pair => $"{pair.Key}={pair.Value}");
        Assert.Equal(id, column.Indicator.Id);
        Assert.Equal(values.Split(';').Order(), actual.Order());
    }

    [Theory]
    [InlineData("smaa_20", "sma_20")]
    [InlineData("rsi", "rsi_14")]
    [InlineData("sma_0", "from 1 to 5000")]
    [InlineData("macd_30_26_9", "fast must be below slow")]
    [InlineData("bb_upper_20_99", "from 0.1 to 10")]
    public void A_wrong_name_says_what_is_wrong(string name, string says) =>
        Assert.Contains(says, Assert.Throws<IndicatorColumnException>(() => IndicatorColumn.Parse(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_indicators_of_this_program_pass_every_check() =>
        Assert.Equal(IndicatorRegistry.Shipped().All.Select(entry => entry.Id), new IndicatorRegistry(typeof(Sma).Assembly.GetTypes()).All.Select(entry => entry.Id));

    [Fact]
    public void A_column_name_taken_twice_stops_the_start() =>
        Assert.Contains("sma_20", Assert.Throws<RegistrationException>(() => new IndicatorRegistry([typeof(Sma), typeof(SmaAgain)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_template_that_forgets_a_parameter_stops_the_start() =>
        Assert.Contains("period", Assert.Throws<RegistrationException>(() => new IndicatorRegistry([typeof(NoSuchParameter)])).Message, StringComparison.Ordinal);

    [Indicator("sma_again", "SMA again", IndicatorGroup.Average, Says = "-", Formula = "-", Source = "-")]
    private sealed class SmaAgain : Indicator<SmaParameters>
    {
        public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("sma_{period}", "SMA", OutputUnit.Price)];

        public override Reading Read(in ReadingInput input) => new("-", Lean.None);

        protected override void Compute(in BarColumns bars, SmaParameters parameters, in OutputColumns outputs) => outputs[0].Clear();
    }

    [Indicator("no_such", "No such parameter", IndicatorGroup.Average, Says = "-", Formula = "-", Source = "-")]
    private sealed class NoSuchParameter : Indicator<NoParameters>
    {
        public override IReadOnlyList<IndicatorOutput> Outputs { get; } = [new("no_such_{period}", "-", OutputUnit.Price)];

        public override Reading Read(in ReadingInput input) => new("-", Lean.None);

        protected override void Compute(in BarColumns bars, NoParameters parameters, in OutputColumns outputs) => outputs[0].Clear();
    }
}
