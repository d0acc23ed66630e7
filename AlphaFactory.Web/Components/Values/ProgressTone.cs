namespace AlphaFactory.Web.Components.Values;

/// <summary>What a progress bar's colour says.</summary>
public enum ProgressTone
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Under way without a sign of life.</summary>
    Silent,

    /// <summary>Failed there.</summary>
    Failed,

    /// <summary>Stopped there.</summary>
    Stopped,
}
