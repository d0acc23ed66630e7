using System.CommandLine;

namespace AlphaFactory.Web.Verbs;

/// <summary>One verb of the command line. A class that implements this is found by existing.</summary>
internal interface IVerb
{
    /// <summary>First word of a verb of two words, such as <c>user</c> in <c>user add</c>; null for one word.</summary>
    string? Group => null;

    /// <summary>Name, options and what it does. The action answers the exit code: 0 done, 1 failed, 2 wrong use.</summary>
    Command Build();
}
