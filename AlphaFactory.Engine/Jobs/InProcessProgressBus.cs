using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Calls the subscribers of this process one after the other.</summary>
internal sealed partial class InProcessProgressBus(ILogger<InProcessProgressBus> log) : IProgressBus
{
    private ImmutableList<Action<RunProgress>> _handlers = [];

    public void Publish(RunProgress progress)
    {
        foreach (Action<RunProgress> handler in _handlers)
        {
            try
            {
                handler(progress);
            }
#pragma warning disable CA1031 // A page that fails must not fail the run it watches.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                HandlerFailed(fault, progress.RunId);
            }
        }
    }

    public IDisposable Subscribe(Action<RunProgress> handler)
    {
        ImmutableInterlocked.Update(ref _handlers, static (handlers, added) => handlers.Add(added), handler);
        return new Subscription(this, handler);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A subscriber to the progress of run {RunId} failed")]
    private partial void HandlerFailed(Exception fault, string runId);

    private sealed class Subscription(InProcessProgressBus bus, Action<RunProgress> handler) : IDisposable
    {
        private Action<RunProgress>? _handler = handler;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _handler, null) is { } removed)
            {
                ImmutableInterlocked.Update(ref bus._handlers, static (handlers, removed) => handlers.Remove(removed), removed);
            }
        }
    }
}
