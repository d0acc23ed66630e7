using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What a lane is told; it does it between two moves of its clock.</summary>
internal abstract record LaneOrder
{
    private LaneOrder()
    {
    }

    /// <summary>What people want of it has changed, or may have.</summary>
    public sealed record Want(Deployment Deployment, LaneState State) : LaneOrder;

    /// <summary>Trading is killed: take every order back.</summary>
    public sealed record Kill(KillState State) : LaneOrder;
}
