using System.Globalization;
using AlphaFactory.Core.Rules;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Api;

/// <summary>Strategies made of rules: check a text, save it, read its versions.</summary>
internal sealed class SavedStrategyEndpoints : IApiFeature
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rules/check", (RulesBody body) => Results.Ok(RuleCheckBody.Of(body.Rules ?? ""))).WithTags("strategies").Produces<RuleCheckBody>()
            .WithSummary("Read a text of rules: its canonical form, words, parameters and warm-up, or where the fault is. Stores nothing.");
        var strategies = api.MapGroup("/strategies").WithTags("strategies").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        strategies.MapGet("/{id}/versions", VersionsAsync).Produces<IReadOnlyList<SavedStrategy>>().WithSummary("Every version of a saved strategy, newest first.");
        strategies.MapPost("", CreateAsync).RequireAuthorization(Policies.Run).Produces<SavedStrategy>(StatusCodes.Status201Created).WithSummary("Save rules as a new strategy: name, rules, note.");
        strategies.MapPut("/{id}", ChangeAsync).RequireAuthorization(Policies.Run).Produces<SavedStrategy>().ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Save a new version: rules, note, base_version. The same rules and note make none.");
        strategies.MapPut("/{id}/name", RenameAsync).RequireAuthorization(Policies.Run).Produces<SavedStrategy>().WithSummary("Give a saved strategy another name; its id stays.");
        strategies.MapDelete("/{id}", DeleteAsync).RequireAuthorization(Policies.Run).Produces(StatusCodes.Status204NoContent).WithSummary("Hide a saved strategy; its runs stay.");
        strategies.MapPost("/{id}/undelete", UndeleteAsync).RequireAuthorization(Policies.Run).Produces<SavedStrategy>().WithSummary("Bring a deleted strategy back.");
    }

    private static async Task<IResult> VersionsAsync(string id, ISavedStrategies saved, CancellationToken cancellationToken) =>
        await saved.HistoryAsync(id, cancellationToken) is { Count: > 0 } versions ? Results.Ok(versions) : Missing(id);

    private static Task<IResult> CreateAsync(SavedStrategyBody body, HttpContext context, ISavedStrategies saved, StrategyCatalog catalog, CancellationToken cancellationToken) =>
        SaveAsync(new SaveRequest(null, null, body.Name ?? "", body.Rules ?? "", body.Note ?? ""), context, saved, catalog, cancellationToken);

    private static Task<IResult> ChangeAsync(string id, SavedStrategyBody body, HttpContext context, ISavedStrategies saved, StrategyCatalog catalog, CancellationToken cancellationToken) =>
        SaveAsync(new SaveRequest(id, body.BaseVersion, "", body.Rules ?? "", body.Note ?? ""), context, saved, catalog, cancellationToken);

    private static async Task<IResult> SaveAsync(SaveRequest request, HttpContext context, ISavedStrategies saved, StrategyCatalog catalog, CancellationToken cancellationToken)
    {
        var outcome = await saved.SaveAsync(request, context.User.Identity!.Name!, cancellationToken);
        await catalog.RefreshAsync(CancellationToken.None);
        return outcome switch
        {
            StrategySaved { Strategy: var strategy } when request.Id is null => Results.Created(string.Create(CultureInfo.InvariantCulture, $"/api/v1/strategies/{strategy.Id}"), strategy),
            StrategySaved { Strategy: var strategy } => Results.Ok(strategy),
            SaveOvertaken overtaken => Results.Problem(overtaken.Message, statusCode: StatusCodes.Status409Conflict, title: "Somebody was faster"),
            SaveRefused refused => ProblemWords.Refuse(refused.Faults),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };
    }

    private static async Task<IResult> RenameAsync(string id, SavedStrategyBody body, HttpContext context, ISavedStrategies saved, StrategyCatalog catalog, CancellationToken cancellationToken)
    {
        string? fault = await saved.RenameAsync(id, body.Name ?? "", context.User.Identity!.Name!, cancellationToken);
        return fault is null ? await CurrentAsync(id, saved, catalog, cancellationToken) : ProblemWords.Refuse([fault]);
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, ISavedStrategies saved, StrategyCatalog catalog, CancellationToken cancellationToken)
    {
        if ((await saved.HistoryAsync(id, cancellationToken)).Count == 0)
        {
            return Missing(id);
        }

        await saved.DeleteAsync(id, context.User.Identity!.Name!, cancellationToken);
        await catalog.RefreshAsync(CancellationToken.None);
        return Results.NoContent();
    }

    private static async Task<IResult> UndeleteAsync(string id, HttpContext context, ISavedStrategies saved, StrategyCatalog catalog, CancellationToken cancellationToken)
    {
        await saved.UndeleteAsync(id, context.User.Identity!.Name!, cancellationToken);
        return await CurrentAsync(id, saved, catalog, cancellationToken);
    }

    private static async Task<IResult> CurrentAsync(string id, ISavedStrategies saved, StrategyCatalog catalog, CancellationToken cancellationToken)
    {
        await catalog.RefreshAsync(cancellationToken);
        return await saved.HistoryAsync(id, cancellationToken) is [var current, ..] ? Results.Ok(current) : Missing(id);
    }

    private static IResult Missing(string id) => ProblemWords.Missing($"There is no saved strategy \"{id}\". GET /api/v1/strategies lists what there is; those with a version are saved ones.");
}

/// <summary>What is to be saved.</summary>
public sealed record SavedStrategyBody(string? Name, string? Rules, string? Note, int? BaseVersion);

/// <summary>A text to be read.</summary>
public sealed record RulesBody(string? Rules);

/// <summary>What a text of rules says, or what is wrong with it.</summary>
public sealed record RuleCheckBody(bool Ok, string? Rules, string? Logic, IReadOnlyList<string> Advice, IReadOnlyList<ParameterBody> Parameters, int? WarmUpBars, RuleFaultBody? Fault)
{
    internal static RuleCheckBody Of(string text)
    {
        if (RunRules.Read(text) is RulesRefused { Fault: var fault })
        {
            var (line, column) = fault.PlaceIn(text);
            return new RuleCheckBody(false, null, null, [], [], null, new RuleFaultBody(fault.Start, fault.Length, line, column, fault.Message));
        }

        var rules = ((RulesRead)RunRules.Read(text)).Rules;
        var entry = RuleStrategy.Entry(RuleStrategy.Id, "Rules", rules);
        return new RuleCheckBody(true, RuleText.Print(rules), entry.Logic, RuleWords.Advice(rules), [.. entry.Parameters.Definitions.Select(ParameterBody.Of)], entry.Parameters.Defaults().WarmUpBars, null);
    }
}

/// <summary>Where and what is wrong with a text; line and column from 1.</summary>
public sealed record RuleFaultBody(int Start, int Length, int Line, int Column, string Message);
