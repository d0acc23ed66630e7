namespace AlphaFactory.Web.Components.Overlays;

/// <summary>Asks one question at a time in a dialog; <see cref="ConfirmHost"/> shows it.</summary>
public sealed class Confirmations
{
    private TaskCompletionSource<bool>? _answer;

    /// <summary>Raised when <see cref="Current"/> changed.</summary>
    public event Action? Changed;

    /// <summary>The open question, if any.</summary>
    public Question? Current { get; private set; }

    /// <summary>Shows the question and waits for the answer.</summary>
    /// <returns>True when the person confirmed; false when they refused, pressed Escape, or another question took its place.</returns>
    public Task<bool> AskAsync(Question question)
    {
        _answer?.TrySetResult(false);
        _answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Current = question;
        Changed?.Invoke();
        return _answer.Task;
    }

    /// <summary>Answers the open question.</summary>
    public void Answer(bool confirmed)
    {
        Current = null;
        _answer?.TrySetResult(confirmed);
        _answer = null;
        Changed?.Invoke();
    }
}
