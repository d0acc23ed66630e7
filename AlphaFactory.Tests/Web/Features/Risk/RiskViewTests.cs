using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Features.Risk;

namespace AlphaFactory.Tests.Web.Features.Risk;

public sealed class RiskViewTests
{
    [Fact]
    public void The_deployment_nearest_to_a_limit_stands_first_and_each_stands_once()
    {
        var rules = RiskView.Of(Frame(One("a", Bar("day-loss", 0.001), Bar("leverage", 0.1)), One("b", Bar("day-loss", 0.019), Bar("leverage", 0.2))));
        Assert.Equal(["day-loss", "leverage"], rules.Select(rule => rule.Id).Order());
        var loss = rules.Single(rule => rule.Id == "day-loss");
        Assert.Equal([("b", true), ("a", false)], loss.Rows.Select(row => (row.By.Id, row.IsFirst)));
    }

    [Fact]
    public void A_deployment_alone_has_one_row_a_rule()
    {
        var (by, _, first) = Assert.Single(Assert.Single(RiskView.Of(Frame(One("a", Bar("day-loss", null))))).Rows);
        Assert.Equal(("a", true), (by.Id, first));
    }

    [Fact]
    public void What_is_not_known_is_no_share_and_comes_last()
    {
        var rules = RiskView.Of(Frame(One("a", Bar("day-loss", null), Bar("leverage", 0.0))));
        Assert.Equal(["leverage", "day-loss"], rules.Select(rule => rule.Id));
        Assert.Null(RiskView.Share(rules[1].Rows[0].Bar));
    }

    private static DeploymentFrame One(string id, params RiskBar[] bars) => StagedDesk.Running(id) with { Risk = bars };

    private static RiskBar Bar(string rule, double? used) => new(rule, rule, used, 0.02, RuleUnit.Fraction, false);

    private static DeskFrame Frame(params DeploymentFrame[] deployments) => DeskFrame.Empty(DateTimeOffset.UnixEpoch, null) with { Sequence = 1, Deployments = deployments };
}
