using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Engine;

/// <summary>The settings of the section <c>AlphaFactory</c> that the engine reads.</summary>
public sealed class EngineOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory";

    /// <summary>Folder of database, logs and keys; <c>~</c> is the home folder.</summary>
    /// <value>~/.local/share/alphafactory</value>
    [Required(ErrorMessage = "Give a folder this user can write to.")]
    public string DataDirectory { get; set; } = "~/.local/share/alphafactory";

    /// <summary>What this process does: <c>all</c>, <c>web</c> (no jobs) or <c>worker</c> (no pages).</summary>
    /// <value>all</value>
    [AllowedValues("all", "web", "worker", ErrorMessage = "Give all, web or worker.")]
    public string Role { get; set; } = "all";

    /// <summary>Name of this process in lists; empty takes the machine name and process id.</summary>
    public string Node { get; set; } = "";

    /// <summary><see cref="Node"/> with its default filled in.</summary>
    public string NodeName => Node.Length > 0 ? Node : $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>True keeps the synthetic demo market in the store; false leaves it out and lets it be deleted.</summary>
    /// <value>true</value>
    public bool DemoMarket { get; set; } = true;

    /// <summary><see cref="DataDirectory"/> as an absolute path.</summary>
    public string DataPath => Path.GetFullPath(DataDirectory.StartsWith("~/", StringComparison.Ordinal) || DataDirectory == "~"
        ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), DataDirectory[1..])
        : DataDirectory);
}
