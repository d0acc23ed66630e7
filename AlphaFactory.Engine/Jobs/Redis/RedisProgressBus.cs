using AlphaFactory.Engine.Redis;

namespace AlphaFactory.Engine.Jobs.Redis;

/// <summary>
/// Carries progress between nodes over Redis. Subscribers of this process are told directly and first, so losing Redis only keeps
/// other nodes waiting for their next look at the store.
/// </summary>
internal sealed class RedisProgressBus(RedisLink link, InProcessProgressBus local) : IProgressBus
{
    private readonly NodeChannel<RunProgress> _nodes = link.Open<RunProgress>("alphafactory:progress", local.Publish);

    public void Publish(RunProgress progress)
    {
        local.Publish(progress);
        _nodes.Send(progress);
    }

    public IDisposable Subscribe(Action<RunProgress> handler) => local.Subscribe(handler);
}
