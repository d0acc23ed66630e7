namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>How far a strategy has come, from an idea to real money.</summary>
public enum LadderStage
{
    /// <summary>An idea: nothing is shown yet.</summary>
    Draft,

    /// <summary>A backtest of it finished that can be believed as far as it goes.</summary>
    Tested,

    /// <summary>The backtest keeps its promises out of sample and after every try was counted.</summary>
    Validated,

    /// <summary>It trades bars that nobody knew when it was deployed, with money that is not real.</summary>
    Paper,

    /// <summary>It has earned a small part of the real money.</summary>
    SmallLive,

    /// <summary>It has earned all of it.</summary>
    Full,
}
