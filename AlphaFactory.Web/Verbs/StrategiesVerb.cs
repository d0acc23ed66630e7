using System.CommandLine;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Web.Api;

namespace AlphaFactory.Web.Verbs;

/// <summary>Lists the strategies; needs no database.</summary>
internal sealed class StrategiesVerb : IVerb
{
    public Command Build()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document" };
        var command = new Command("strategies", "List the strategies with their parameters") { json };
        command.SetAction(parsed =>
        {
            StrategyBody[] all = [.. StrategyRegistry.Shipped().All.Select(StrategyBody.Of)];
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(new { Strategies = all });
                return ExitCode.Done;
            }

            foreach (var strategy in all)
            {
                output.WriteLine($"{strategy.Id}: {strategy.Logic}");
                foreach (var parameter in strategy.Parameters)
                {
                    output.WriteLine($"  {parameter.Name}={parameter.Default}  {parameter.Help}");
                }

                foreach (var preset in strategy.Presets)
                {
                    output.WriteLine($"  --preset {preset.Id}  {preset.Says}");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
