using System.CommandLine;
using AlphaFactory.Web.Configuration;

namespace AlphaFactory.Web.Verbs;

/// <summary>The options every verb has: settings on the command line.</summary>
internal static class SettingsArguments
{
    private static readonly Option<string?> DataDirectory = new("--data-directory")
    {
        Description = "Folder of database, logs and keys (AlphaFactory:DataDirectory)",
        Recursive = true,
        HelpName = "FOLDER",
    };

    private static readonly Option<string[]> Settings = new("--config")
    {
        Description = "A setting, such as --config AlphaFactory:Logs:KeepFiles=7; may be repeated",
        Recursive = true,
        HelpName = "KEY=VALUE",
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(DataDirectory);
        root.Options.Add(Settings);
    }

    /// <summary>Loads the settings as this command line asks.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="more">Settings that options of the verb stand for; a null value is absent.</param>
    public static LoadedSettings Load(ParseResult parsed, params IReadOnlyList<(string Name, string? Value)> more)
    {
        var given = new List<(string, string)>();
        var faults = new List<string>();
        foreach (string text in parsed.GetValue(Settings) ?? [])
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                faults.Add($"--config is \"{text}\" but must be KEY=VALUE, such as AlphaFactory:Logs:KeepFiles=7.");
                continue;
            }

            given.Add((text[..equals], text[(equals + 1)..]));
        }

        if (faults.Count > 0)
        {
            throw new SettingsException(faults);
        }

        var named = more.Append(("AlphaFactory:DataDirectory", parsed.GetValue(DataDirectory)));
        given.AddRange(named.Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!)));
        return SettingsLoader.Load(given);
    }
}
