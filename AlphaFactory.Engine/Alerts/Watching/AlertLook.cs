using AlphaFactory.Engine.Alerts.Kinds;

namespace AlphaFactory.Engine.Alerts.Watching;

/// <summary>One look: reads, asks every rule, writes down what there is to tell.</summary>
internal sealed class AlertLook(IAlertBook book, IAlertOutbox outbox, SceneReader reader, AlertNews news)
{
    /// <summary>Name of the cursor into the events of the desk.</summary>
    public const string DeskSource = "desk-events";

    /// <summary>Looks once.</summary>
    /// <returns>Alerts that are new.</returns>
    public async Task<int> LookAsync(LeaseClaim lease, CancellationToken cancellationToken)
    {
        AlertRule[] rules = [.. (await book.RulesAsync(cancellationToken)).Where(rule => rule.IsOn)];
        long cursor = await outbox.CursorAsync(DeskSource, cancellationToken);
        var scene = await reader.ReadAsync(rules.Select(rule => rule.Kind).ToHashSet(StringComparer.Ordinal), cursor, cancellationToken);
        List<(AlertRule Rule, AlertFact Fact)> found = [.. rules.SelectMany(rule => Find(rule, scene).Select(fact => (rule, fact)))];
        long last = scene.Events.Count > 0 ? Math.Max(cursor, scene.Events[^1].Id) : cursor;
        if (found.Count == 0 && last == cursor)
        {
            return 0;
        }

        int raised = await outbox.RaiseAsync(lease, found, last > cursor ? new AlertCursor(DeskSource, last) : null, cancellationToken);
        if (raised > 0)
        {
            news.Tell();
        }

        return raised;
    }

    /// <summary>What one rule has to tell of a scene.</summary>
    internal static IEnumerable<AlertFact> Find(AlertRule rule, AlertScene scene)
    {
        // A rule of a kind that this version does not know is left alone: another version may.
        if (AlertKindRegistry.Shipped().Find(rule.Kind) is not { } kind || kind.Parameters.Parse(rule.Parameters, out _) is not { } parameters)
        {
            return [];
        }

        return kind.Kind.Find(scene, parameters)
            .Where(fact => fact.At >= rule.Since && fact.Severity >= rule.Least)
            .Where(fact => rule.Deployment is null || fact.Deployment == rule.Deployment)
            .Select(fact => rule.As is { } severity ? fact with { Severity = severity } : fact);
    }
}
