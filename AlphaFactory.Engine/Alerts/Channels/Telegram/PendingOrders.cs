using System.Globalization;
using System.Security.Cryptography;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>
/// Dangerous commands that wait for their code. One waits for each person in each chat; the code holds for a short while, works once, and is void after three wrong tries. It
/// lives in this process only: after a restart the command must be given again.
/// </summary>
internal sealed class PendingOrders
{
    private const int Tries = 3, Codes = 10_000;

    private readonly Dictionary<(long Chat, long From), Waiting> _waiting = [];

    /// <summary>Lets a command wait, in the place of one that waited before.</summary>
    /// <returns>The code that confirms it.</returns>
    public string Add(BotMessage message, Func<CancellationToken, Task<string>> act, DateTimeOffset until)
    {
        string code = RandomNumberGenerator.GetInt32(Codes).ToString("0000", CultureInfo.InvariantCulture);
        _waiting[Key(message)] = new Waiting(code, act, until, Tries);
        return code;
    }

    /// <summary>The command a code confirms, or why there is none.</summary>
    public (Func<CancellationToken, Task<string>>? Act, string Fault) Take(BotMessage message, string code, DateTimeOffset now)
    {
        if (!_waiting.Remove(Key(message), out var waiting))
        {
            return (null, "Nothing waits for a code. Give the command again.");
        }

        if (now > waiting.Until)
        {
            return (null, "The code has expired and nothing was done. Give the command again.");
        }

        if (!CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(code), System.Text.Encoding.UTF8.GetBytes(waiting.Code)))
        {
            if (waiting.Left == 1)
            {
                return (null, "Wrong for the third time: nothing was done. Give the command again.");
            }

            _waiting[Key(message)] = waiting with { Left = waiting.Left - 1 };
            return (null, "That is not the code. Nothing was done.");
        }

        return (waiting.Act, "");
    }

    private static (long Chat, long From) Key(BotMessage message) => (message.Chat, message.From ?? 0);

    private sealed record Waiting(string Code, Func<CancellationToken, Task<string>> Act, DateTimeOffset Until, int Left);
}
