using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Engine.Alerts;

/// <summary>The settings of the section <c>AlphaFactory:Alerts</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory:Alerts";

    /// <summary>Seconds between two looks for something to tell, 1 to 3600.</summary>
    /// <value>2</value>
    [Range(1, 3600, ErrorMessage = "Give 1 to 3600 seconds.")]
    public int WatchSeconds { get; set; } = 2;

    /// <summary>Seconds a node may be silent before another sends in its place, 5 to 600.</summary>
    /// <value>20</value>
    [Range(5, 600, ErrorMessage = "Give 5 to 600 seconds.")]
    public int LeaseSeconds { get; set; } = 20;

    /// <summary>Attempts at one message before it is given up, 1 to 50.</summary>
    /// <value>10</value>
    [Range(1, 50, ErrorMessage = "Give 1 to 50.")]
    public int Attempts { get; set; } = 10;

    /// <summary>Seconds a channel has to answer, 1 to 300.</summary>
    /// <value>20</value>
    [Range(1, 300, ErrorMessage = "Give 1 to 300 seconds.")]
    public int AnswerSeconds { get; set; } = 20;

    /// <summary>Days alerts and the log of messages are kept, 1 to 3650.</summary>
    /// <value>180</value>
    [Range(1, 3650, ErrorMessage = "Give 1 to 3650 days.")]
    public int KeepDays { get; set; } = 180;

    /// <summary>Address at which people open this installation, for links in messages; empty sends none.</summary>
    public string PublicAddress { get; set; } = "";
}
