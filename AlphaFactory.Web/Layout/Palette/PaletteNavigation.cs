using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Layout.Palette;

/// <summary>A navigation as the action of a <see cref="PaletteEntry"/>.</summary>
internal static class PaletteNavigation
{
    public static Task GoAsync(this NavigationManager navigation, string href)
    {
        navigation.NavigateTo(href);
        return Task.CompletedTask;
    }
}
