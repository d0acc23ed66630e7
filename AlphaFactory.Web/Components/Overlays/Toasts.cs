using AlphaFactory.Web.Components.Marks;

namespace AlphaFactory.Web.Components.Overlays;

/// <summary>The messages of one browser tab. A page says something; <see cref="ToastHost"/> shows it.</summary>
public sealed class Toasts(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(6);

    private readonly Lock _gate = new();
    private readonly Dictionary<Toast, ITimer?> _shown = new(ReferenceEqualityComparer.Instance);

    /// <summary>Raised from any thread when <see cref="Shown"/> changed.</summary>
    public event Action? Changed;

    /// <summary>The messages on screen, oldest first.</summary>
    public IReadOnlyList<Toast> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown.Keys];
            }
        }
    }

    /// <summary>Something was done.</summary>
    public void Say(string title, string? text = null, Func<Task>? undo = null) => Show(new Toast(MarkKind.Info, title, text, undo));

    /// <summary>Something did not work; stays until closed.</summary>
    public void Fail(string title, string? text = null) => Show(new Toast(MarkKind.Fail, title, text));

    /// <summary>Shows any message.</summary>
    public void Show(Toast toast)
    {
        ITimer? timer = toast.Stays ? null : clock.CreateTimer(_ => Close(toast), null, Life, Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            _shown[toast] = timer;
        }

        Changed?.Invoke();
    }

    /// <summary>Takes a message off the screen; nothing happens when it has left already.</summary>
    public void Close(Toast toast)
    {
        lock (_gate)
        {
            if (!_shown.Remove(toast, out ITimer? timer))
            {
                return;
            }

            timer?.Dispose();
        }

        Changed?.Invoke();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (ITimer? timer in _shown.Values)
            {
                timer?.Dispose();
            }

            _shown.Clear();
        }
    }
}
