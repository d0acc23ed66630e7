using System.Text.Json;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>Reads the envelope of an answer of the Bot API.</summary>
internal static class BotReading
{
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(30);

    /// <summary>The answer; anything that is not of the Bot API is broken.</summary>
    public static BotAnswer Read(int status, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("ok", out var ok))
            {
                return ok.ValueKind == JsonValueKind.True && root.TryGetProperty("result", out var result) ? new BotAnswer.Ok(result.Clone())
                    : ok.ValueKind == JsonValueKind.False ? Refusal(status, root)
                    : Strange(status);
            }

            return Strange(status);
        }
        catch (JsonException)
        {
            return Strange(status);
        }
    }

    private static BotAnswer Refusal(int status, JsonElement root)
    {
        int code = root.TryGetProperty("error_code", out var number) && number.TryGetInt32(out int given) ? given : status;
        string words = root.TryGetProperty("description", out var description) ? description.GetString() ?? "" : "";
        root.TryGetProperty("parameters", out var parameters);
        if (code == 429)
        {
            return new BotAnswer.Wait(Number(parameters, "retry_after") is { } seconds ? TimeSpan.FromSeconds(seconds) : s_usual);
        }

        return code >= 500
            ? new BotAnswer.Broken($"Telegram answered {code}: {words}", MayHaveArrived: false)
            : new BotAnswer.Denied(code, words) { MovedTo = Number(parameters, "migrate_to_chat_id") };
    }

    // A page of a proxy, half an answer: nobody knows what was done behind it, except that an error of the way there did nothing.
    private static BotAnswer.Broken Strange(int status) => new($"The answer ({status}) is not of the Bot API", MayHaveArrived: status is >= 200 and < 300);

    private static long? Number(JsonElement parameters, string name) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty(name, out var value) && value.TryGetInt64(out long number) ? number : null;
}
