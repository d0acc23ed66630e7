using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Parameters;

public sealed class ParameterSchemaTests
{
    private static readonly ParameterSchema s_schema = new(typeof(EveryKind));

    [Fact]
    public void One_declaration_gives_name_kind_range_unit_default_and_sweep()
    {
        Assert.Equal(["look_back", "threshold", "short_too", "mood", "start"], s_schema.Definitions.Select(definition => definition.Name));
        Assert.Equal([ParameterKind.WholeNumber, ParameterKind.Number, ParameterKind.Switch, ParameterKind.Choice, ParameterKind.Date], s_schema.Definitions.Select(definition => definition.Kind));
        var lookBack = s_schema.Definitions[0];
        Assert.Equal(("Look-back", "How far it looks.", "bars", "14", 2.0, 100.0), (lookBack.Label, lookBack.Help, lookBack.Unit, lookBack.Default, lookBack.Minimum!.Value, lookBack.Maximum!.Value));
        Assert.Equal((5.0, 50.0, 5.0), (lookBack.Sweep!.From, lookBack.Sweep.To, lookBack.Sweep.Step));
        Assert.Equal(["calm", "very-brave"], s_schema.Definitions[3].Choices);
    }

    [Fact]
    public void Text_goes_in_and_comes_out_the_same()
    {
        var text = new Dictionary<string, string> { ["look_back"] = "30", ["threshold"] = "0.1", ["short_too"] = "true", ["mood"] = "very-brave", ["start"] = "2024-12-31" };
        var record = Assert.IsType<EveryKind>(s_schema.Parse(text, out var faults));
        Assert.Empty(faults);
        Assert.Equal(new EveryKind { LookBack = 30, Threshold = 0.1, ShortToo = true, Mood = Mood.VeryBrave, Start = new DateOnly(2024, 12, 31) }, record);
        Assert.Equal(text, s_schema.Format(record));
    }

    [Fact]
    public void An_absent_value_takes_its_default() => Assert.Equal(new EveryKind(), s_schema.Parse(new Dictionary<string, string>(), out _));

    [Theory]
    [InlineData("look_back", "1", "look_back is \"1\" but must be a whole number from 2 to 100; the default is 14.")]
    [InlineData("look_back", "2.5", "look_back is \"2.5\" but must be a whole number from 2 to 100; the default is 14.")]
    [InlineData("look_back", "999999999999", "look_back is \"999999999999\" but must be a whole number from 2 to 100; the default is 14.")]
    [InlineData("threshold", "NaN", "threshold is \"NaN\" but must be a number from 0 to 1; the default is 0.5.")]
    [InlineData("short_too", "maybe", "short_too is \"maybe\" but must be true or false; the default is false.")]
    [InlineData("mood", "very_brav", "mood is \"very_brav\" but must be one of calm, very-brave; the default is calm. Did you mean \"very-brave\"?")]
    [InlineData("start", "31.12.2024", "start is \"31.12.2024\" but must be a day written as 2024-12-31; the default is 2020-01-01.")]
    [InlineData("lookback", "20", "\"lookback\" is not a parameter. Did you mean \"look_back\"? Known are look_back, threshold, short_too, mood, start.")]
    public void A_fault_names_parameter_value_range_and_remedy(string name, string value, string message)
    {
        Assert.Null(s_schema.Parse(new Dictionary<string, string> { [name] = value }, out var faults));
        Assert.Equal([message], faults);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        s_schema.Parse(new Dictionary<string, string> { ["look_back"] = "0", ["threshold"] = "2" }, out var faults);
        Assert.Equal(2, faults.Count);
    }

    [Fact]
    public void A_rule_across_parameters_is_checked()
    {
        var schema = StrategyRegistry.Shipped().Get("sma-crossover").Parameters;
        Assert.Null(schema.Parse(new Dictionary<string, string> { ["fast"] = "60" }, out var faults));
        Assert.Equal(["fast is 60 and slow is 50, but fast must be below slow. Lower fast or raise slow."], faults);
    }

    [Fact]
    public void A_default_that_breaks_its_own_rule_fails_at_start() =>
        Assert.Contains("bars", Assert.Throws<RegistrationException>(() => new ParameterSchema(typeof(BadDefault))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_type_that_no_input_draws_fails_at_start() =>
        Assert.Contains("Int64", Assert.Throws<RegistrationException>(() => new ParameterSchema(typeof(BadType))).Message, StringComparison.Ordinal);

    private enum Mood
    {
        Calm,
        VeryBrave,
    }

    private sealed record EveryKind : StrategyParameters
    {
        [Range(2, 100), Unit("bars"), Sweep(5, 50, 5), Display(Name = "Look-back", Description = "How far it looks.")]
        public int LookBack { get; init; } = 14;

        [Range(0.0, 1.0)]
        public double Threshold { get; init; } = 0.5;

        public bool ShortToo { get; init; }

        public Mood Mood { get; init; }

        public DateOnly Start { get; init; } = new(2020, 1, 1);

        public override int WarmUpBars => LookBack;
    }

    private sealed record BadDefault : StrategyParameters
    {
        [Range(1, 10)]
        public int Bars { get; init; } = 11;

        public override int WarmUpBars => 0;
    }

    private sealed record BadType : StrategyParameters
    {
        public long Bars { get; init; }

        public override int WarmUpBars => 0;
    }
}
