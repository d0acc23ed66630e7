using AlphaFactory.Core.Trading;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Architecture;

/// <summary>An order that nobody checked cannot be placed: it does not compile, and inside Core only the gate makes one.</summary>
public sealed class ApprovedOrderTests
{
    [Fact]
    public async Task What_goes_through_the_gate_compiles() => Assert.Empty(await CompilerCheck.ErrorsAsync("""
        using AlphaFactory.Core.Trading;
        public static class Planted
        {
            public static ApprovedOrder? Make(RiskGate gate, OrderTicket ticket, GateFacts facts) => gate.Judge(ticket, facts) is GateAnswer.Approved approved ? approved.Order : null;
        }
        """));

    [Theory]
    [InlineData("public sealed class Planted(OrderTicket ticket) : ApprovedOrder(ticket, false);", "CS0122")]
    [InlineData("public static class Planted { public static ApprovedOrder Make(OrderTicket ticket) => new ApprovedOrder(ticket, false); }", "CS0144")]
    [InlineData("public static class Planted { public static ApprovedOrder Make(OrderTicket ticket) => new RiskGate.Approval(ticket, false); }", "CS0122")]
    [InlineData("public static class Planted { public static ApprovedOrder Make(OrderTicket ticket) => ticket; }", "CS0029")]
    public async Task An_order_that_went_around_it_does_not(string planted, string error) =>
        Assert.Contains(error, await CompilerCheck.ErrorsAsync($"using AlphaFactory.Core.Trading;\n{planted}"));

    [Fact]
    public void Inside_Core_the_gate_alone_makes_one()
    {
        var makers = typeof(ApprovedOrder).Assembly.GetTypes().Where(type => type != typeof(ApprovedOrder) && typeof(ApprovedOrder).IsAssignableFrom(type));
        Assert.Equal("Approval", Assert.Single(makers).Name);
        Assert.Equal(typeof(RiskGate), Assert.Single(makers).DeclaringType);
        Assert.True(Assert.Single(makers).IsNestedPrivate);
    }
}
