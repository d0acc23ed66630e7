using System.Reflection;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine;

namespace AlphaFactory.Tests.Architecture;

/// <summary>Core knows nobody, Engine knows Core, Web knows both.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Core_references_the_base_class_library_alone() => Assert.Empty(Strangers(typeof(BarSeries).Assembly));

    [Fact]
    public void Engine_does_not_know_Web() =>
        Assert.DoesNotContain("AlphaFactory.Web", Names(typeof(EngineOptions).Assembly));

    [Fact]
    public void A_reference_beyond_the_base_class_library_is_found() => Assert.NotEmpty(Strangers(typeof(EngineOptions).Assembly));

    private static IEnumerable<string> Strangers(Assembly assembly) =>
        Names(assembly).Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard"));

    private static IEnumerable<string> Names(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
