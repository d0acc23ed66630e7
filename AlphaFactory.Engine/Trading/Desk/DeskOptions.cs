using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>The settings of the section <c>AlphaFactory:Desk</c>.</summary>
public sealed class DeskOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory:Desk";

    /// <summary>Seconds after which another node may trade when the one that trades is silent, 2 to 600.</summary>
    /// <value>10</value>
    [Range(2, 600, ErrorMessage = "Give 2 to 600 seconds.")]
    public int LeaseSeconds { get; set; } = 10;

    /// <summary>Minutes without a command or a page of a person after which the kill switch is thrown by itself, 1 to 10080; 0 leaves that out.</summary>
    /// <value>0</value>
    [Range(0, 10_080, ErrorMessage = "Give 1 to 10080 minutes, or 0 for never.")]
    public int DeadManMinutes { get; set; }
}
