using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace AlphaFactory.Tests.Support;

/// <summary>bunit asks for a newer AngleSharp.Diffing than is served; the pinned one has all it calls, so it is given that one.</summary>
internal static class DiffingResolver
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Install() => AssemblyLoadContext.Default.Resolving += (context, wanted) => wanted.Name == Name
        ? context.LoadFromAssemblyPath(Path.Join(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location), Name + ".dll"))
        : null;
}
