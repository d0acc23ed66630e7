namespace AlphaFactory.Web.Verbs;

/// <summary>How a period is cut into training and tests.</summary>
internal enum WindowScheme
{
    /// <summary>Windows of one length, each test behind its training.</summary>
    Rolling,

    /// <summary>The same with training that grows from the first bar.</summary>
    Anchored,

    /// <summary>Each fold is the test once, training lies on both sides of it.</summary>
    KFold,

    /// <summary>Every choice of several folds is the test once.</summary>
    Combinatorial,
}
