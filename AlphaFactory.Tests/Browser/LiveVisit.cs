using Microsoft.Playwright;

namespace AlphaFactory.Tests.Browser;

/// <summary>What a person does who deploys a strategy and watches it.</summary>
internal static class LiveVisit
{
    /// <summary>Decides often on bars of five minutes, so that a test sees orders.</summary>
    public const string Busy = "/live/deploy?strategy=sma-crossover&set.fast=2&set.slow=4&symbol=DEMO-CHIP&interval=5m&source=demo&limits=mission&from=2024-12-04&speed=300";

    public static async Task<IPage> SignedInAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await Visitor.SetUpOwnerAsync(page);
        return page;
    }

    /// <summary>Starts what an address describes and ends on Live when so many bars are played.</summary>
    public static async Task DeployAsync(IPage page, string address = Busy, int bars = 1)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start trading" }).ClickAsync();
        await page.ArriveAtAsync("**/live?deployment=*");
        await PlayedAsync(page, bars);
    }

    /// <summary>The row of the first deployment.</summary>
    public static ILocator Row(IPage page) => page.GetByRole(AriaRole.Table, new() { Name = "Deployed strategies" }).Locator("tbody tr").First;

    /// <summary>Waits until so many bars are played, and says how many are.</summary>
    public static async Task<int> PlayedAsync(IPage page, int least)
    {
        var found = await page.WaitForFunctionAsync(
            """
            least => {
              const text = document.querySelector('table[aria-label="Deployed strategies"]')?.textContent ?? '';
              const bar = text.match(/bar ([\d,]+) of/);
              const played = bar ? Number(bar[1].replaceAll(',', '')) : -1;
              return played >= least ? [played] : false;
            }
            """, least);
        return (await found.JsonValueAsync<int[]>())[0];
    }
}
