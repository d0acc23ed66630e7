using System.Collections.Concurrent;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Jobs.Redis;
using AlphaFactory.Engine.Redis;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlphaFactory.Tests.Engine.Jobs;

/// <summary>What every progress bus does: <see cref="First"/> and <see cref="Second"/> may be two nodes.</summary>
public abstract class ProgressBusContract : IAsyncLifetime
{
    private protected static CancellationToken None => TestContext.Current.CancellationToken;

    private protected IProgressBus First { get; set; } = null!;

    private protected IProgressBus Second { get; set; } = null!;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task What_one_publishes_all_hear_once()
    {
        var here = new ConcurrentQueue<RunProgress>();
        var there = new ConcurrentQueue<RunProgress>();
        using IDisposable one = First.Subscribe(Of("aaaaaaaaaa", here)), two = Second.Subscribe(Of("aaaaaaaaaa", there));
        RunProgress said = Say("aaaaaaaaaa", RunState.Running, 7) with { CancelRequested = true };
        First.Publish(said);
        First.Publish(Say("aaaaaaaaaa", RunState.Done, 10));
        await Patience.UntilAsync(() => here.Count == 2 && there.Count == 2);
        Assert.Equal(said, here.First());
        Assert.Equal(here, there);
    }

    [Fact]
    public async Task A_subscriber_that_left_hears_nothing_and_one_that_fails_harms_nobody()
    {
        var heard = new ConcurrentQueue<RunProgress>();
        var gone = new ConcurrentQueue<RunProgress>();
        First.Subscribe(gone.Enqueue).Dispose();
        using IDisposable failing = First.Subscribe(_ => throw new InvalidOperationException("A page broke."));
        using IDisposable other = First.Subscribe(Of("bbbbbbbbbb", heard));
        First.Publish(Say("bbbbbbbbbb", RunState.Running, 1));
        await Patience.UntilAsync(() => heard.Count == 1);
        Assert.Empty(gone);
    }

    private protected static RunProgress Say(string id, RunState state, long done) => new(id, state, done, 10, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    /// <summary>Keeps what is said of one run; what nodes said before to find each other may still be on its way.</summary>
    private protected static Action<RunProgress> Of(string id, ConcurrentQueue<RunProgress> heard) => progress =>
    {
        if (progress.RunId == id)
        {
            heard.Enqueue(progress);
        }
    };
}

public sealed class InProcessProgressBusTests : ProgressBusContract
{
    public override ValueTask InitializeAsync()
    {
        First = Second = new InProcessProgressBus(NullLogger<InProcessProgressBus>.Instance);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class RedisProgressBusTests(RedisFixture redis) : ProgressBusContract, IClassFixture<RedisFixture>
{
    private readonly List<RedisLink> _links = [];

    public override async ValueTask InitializeAsync()
    {
        (First, Second) = (await NodeAsync(), await NodeAsync());
        await UntilHeardAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (RedisLink link in _links)
        {
            await link.StopAsync(CancellationToken.None);
            link.Dispose();
        }
    }

    [Fact]
    public async Task Losing_redis_harms_no_run_and_the_nodes_find_each_other_again()
    {
        var here = new ConcurrentQueue<RunProgress>();
        using IDisposable one = First.Subscribe(Of("cccccccccc", here));
        await redis.StopAsync();
        for (int i = 0; i < 50; i++)
        {
            First.Publish(Say("cccccccccc", RunState.Running, i));
            await Task.Delay(10, None);
        }

        Assert.Equal(50, here.Count);
        await redis.StartAsync();
        await UntilHeardAsync();
    }

    [Fact]
    public async Task A_node_started_without_redis_joins_when_it_comes()
    {
        await redis.StopAsync();
        RedisProgressBus late = await NodeAsync();
        late.Publish(Say("dddddddddd", RunState.Running, 1));
        await redis.StartAsync();
        (First, Second) = (late, Second);
        await UntilHeardAsync();
    }

    private async Task<RedisProgressBus> NodeAsync()
    {
        var link = new RedisLink(new RedisAddress(redis.Address), TimeProvider.System, NullLogger<RedisLink>.Instance);
        _links.Add(link);
        await link.StartAsync(None);
        return new RedisProgressBus(link, new InProcessProgressBus(NullLogger<InProcessProgressBus>.Instance));
    }

    /// <summary>Says something on each node until the other has heard it.</summary>
    private async Task UntilHeardAsync()
    {
        bool first = false, second = false;
        using IDisposable one = First.Subscribe(progress => first |= progress.RunId == "to-first"), two = Second.Subscribe(progress => second |= progress.RunId == "to-second");
        await Patience.UntilAsync(() =>
        {
            First.Publish(Say("to-second", RunState.Running, 0));
            Second.Publish(Say("to-first", RunState.Running, 0));
            return Volatile.Read(ref first) && Volatile.Read(ref second);
        });
    }
}
