using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Components.Access;
using AlphaFactory.Web.Components.Overlays;

namespace AlphaFactory.Web.Components.Trading;

/// <summary>Tells the desk what a person wants, and the person what became of it.</summary>
public sealed class DeskActions(ITradingDesk desk, CurrentUser user, Toasts toasts)
{
    /// <summary>False for a viewer, who may look only.</summary>
    public Task<bool> MayActAsync() => user.MayRunAsync();

    /// <summary>Does it.</summary>
    /// <returns>Why it was not done; null when it was.</returns>
    public async Task<string?> DoAsync(DeskCommand command)
    {
        if (!await user.MayRunAsync())
        {
            toasts.Fail("Not done", CurrentUser.Refusal);
            return CurrentUser.Refusal;
        }

        // A page that is closed meanwhile takes nothing back.
        switch (await desk.DoAsync(command, await user.NameAsync(), CancellationToken.None))
        {
            case DeskAnswer.Done done:
                toasts.Say(TitleOf(command), done.Words);
                return null;
            case DeskAnswer.Refused refused:
                toasts.Fail("Not done", refused.Words);
                return refused.Words;
            default:
                return "The desk gave no answer.";
        }
    }

    private static string TitleOf(DeskCommand command) => command switch
    {
        DeskCommand.Kill => "Killed",
        DeskCommand.Unkill => "The kill switch is off",
        DeskCommand.Start => "Started",
        DeskCommand.Pause => "Paused",
        DeskCommand.Resume => "Resumed",
        DeskCommand.Flatten => "Flattening",
        DeskCommand.Stop => "Stopped",
        DeskCommand.SetSpeed => "Speed changed",
        DeskCommand.Unlock => "Unlocked",
        _ => "Done",
    };
}
