using System.Text;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Drafts;
using AlphaFactory.Web.Components.Runs;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Web.Features.NewRun;

/// <summary>The form as a run file to download.</summary>
public static class RunFileEndpoint
{
    public static IEndpointRouteBuilder MapRunFile(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/runs/new/run.yaml", (HttpRequest request, IStrategyCatalog strategies, RunSpecValidator validator) =>
            {
                var check = RunDraft.Read(request.QueryString.Value).Check(strategies, validator, Stock.None);
                return TypedResults.File(Encoding.UTF8.GetBytes(RunSpecYaml.Write(check.Spec)), "application/yaml", $"{check.Spec.Strategy}.yaml");
            })
            .RequireAuthorization().ExcludeFromDescription();
        return routes;
    }
}
