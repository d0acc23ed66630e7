using System.Text.Json;
using System.Text.Json.Serialization;
using AlphaFactory.Web.Security;
using Microsoft.OpenApi;

namespace AlphaFactory.Web.Api;

/// <summary>Puts <c>/api/v1</c> together.</summary>
internal static class ApiSetup
{
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        });
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "AlphaFactory", Version = "v1", Description = "Strategies, symbols, bars and runs. Send Authorization: Bearer with a token from Settings, Tokens. Errors are problem documents; all their faults are in \"faults\"." };
            document.AddComponent("token", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Scope read, run or admin." });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        }));
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(Policies.Read);
        var api = app.MapGroup("/api/v1").RequireAuthorization(Policies.Read).RequireRateLimiting(RateLimits.Api).AddEndpointFilter<ApiForgeryFilter>();
        foreach (var feature in typeof(ApiSetup).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IApiFeature))))
        {
            ((IApiFeature)Activator.CreateInstance(feature)!).Map(api);
        }

        api.MapFallback("/{**path}", (HttpContext context) => ProblemWords.Missing($"There is no {context.Request.Method} {context.Request.Path}. /openapi/v1.json lists what there is.")).ExcludeFromDescription();
    }
}
