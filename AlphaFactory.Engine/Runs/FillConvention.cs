namespace AlphaFactory.Engine.Runs;

/// <summary>When a decision made on the close of bar t becomes a fill.</summary>
public enum FillConvention
{
    /// <summary>Open of bar t+1: the default, the earliest price anybody could have had.</summary>
    NextOpen,

    /// <summary>Close of bar t+1.</summary>
    NextClose,

    /// <summary>Close of bar t itself; stamped "fills on the bar that made the signal" wherever it is shown.</summary>
    SameClose,
}
