using AlphaFactory.Web.Components.Marks;

namespace AlphaFactory.Web.Components.Overlays;

/// <summary>A short message at the upper right. Errors stay until closed, everything else leaves after 6 s.</summary>
/// <param name="Kind">Its mark.</param>
/// <param name="Title">What happened.</param>
/// <param name="Text">To what; null leaves the line out.</param>
/// <param name="Undo">Takes it back; null shows no Undo.</param>
public sealed record Toast(MarkKind Kind, string Title, string? Text = null, Func<Task>? Undo = null)
{
    /// <summary>True when it waits to be closed.</summary>
    public bool Stays => Kind == MarkKind.Fail;
}
