using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Api;

/// <summary>Cross-validations for programs.</summary>
internal sealed class CrossValidationEndpoints() : StudyEndpoints(RunKind.CrossValidation, "/cross-validations", "cross-validation", "ranges, where, objective, method, budget, folds, test_folds, purge and embargo")
{
    protected override async Task<string?> DocumentAsync(string id, IStudyStore store, CancellationToken cancellationToken) =>
        await store.CrossValidationAsync(id, cancellationToken) is { } found ? CrossValidationJson.Write(found) : null;
}
