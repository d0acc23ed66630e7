using System.Collections;

namespace AlphaFactory.Web.Configuration;

/// <summary>
/// Reads the environment. <c>AlphaFactory__Name</c> is ours, so an unknown one is a fault; of the other sections
/// (<c>ConnectionStrings__Postgres</c>, <c>Urls</c>) only the known names are read, the rest belongs to other programs.
/// </summary>
internal static class EnvironmentSettings
{
    private const string Ours = "AlphaFactory__";
    private const string Mistaken = "AlphaFactory_";

    /// <summary>Read by the tests, not by the program.</summary>
    private const string OfTheTests = "ALPHAFACTORY_TEST_";

    public static SettingLayer Read(IDictionary variables, SettingSchema schema, List<string> faults)
    {
        var pairs = new List<(string, string?, string)>();
        foreach (DictionaryEntry variable in variables)
        {
            string name = (string)variable.Key;
            string key = name.Replace("__", ":", StringComparison.Ordinal);
            if (name.StartsWith(Ours, StringComparison.OrdinalIgnoreCase) || schema.Find(key) is not null)
            {
                pairs.Add((key, variable.Value as string, $"environment: {name}"));
            }
            else if (name.StartsWith(Mistaken, StringComparison.OrdinalIgnoreCase) && !name.StartsWith(OfTheTests, StringComparison.OrdinalIgnoreCase))
            {
                faults.Add(schema.Miss("AlphaFactory:" + name[Mistaken.Length..], $"environment: {name}") + " Parts of a name are joined by two underscores.");
            }
        }

        return SettingLayer.From("environment", pairs);
    }
}
