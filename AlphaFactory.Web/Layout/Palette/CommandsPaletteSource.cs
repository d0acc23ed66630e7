using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.Runs;
using Microsoft.AspNetCore.Components;

namespace AlphaFactory.Web.Layout.Palette;

/// <summary>What can be done from anywhere by those whose role allows it.</summary>
public sealed class CommandsPaletteSource(DemoBacktest demo, CurrentUser user, Toasts toasts, NavigationManager navigation) : IPaletteSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PaletteEntry>> ListAsync(CancellationToken cancellationToken) => await user.MayRunAsync()
        ? [new PaletteEntry("Commands", "play_arrow", "Run the demo backtest", null, StartDemoAsync)]
        : [];

    private async Task StartDemoAsync()
    {
        try
        {
            if (await demo.StartAsync(await user.NameAsync(), CancellationToken.None) is { } run)
            {
                await navigation.GoAsync("results/" + run.Id);
            }
            else
            {
                toasts.Fail("The demo backtest was not started", "There is no demo market in the store. Switch it on in the settings and start the server again.");
            }
        }
        catch (RunSpecException refusal)
        {
            toasts.Fail("The demo backtest was not started", string.Join(" ", refusal.Faults));
        }
    }
}
