using System.Text.Json;

namespace AlphaFactory.Engine.Redis;

/// <summary>Messages of one kind between nodes. What a node says itself does not come back to it.</summary>
/// <typeparam name="T">What the messages are.</typeparam>
/// <param name="name">Name of the channel.</param>
/// <param name="take">Told what other nodes say.</param>
/// <param name="publish">Sends to all.</param>
/// <param name="notUnderstood">Told of a message that is not one of ours.</param>
internal sealed class NodeChannel<T>(string name, Action<T> take, Action<string, byte[]> publish, Action<Exception, string> notUnderstood)
{
    private readonly Guid _self = Guid.NewGuid();

    /// <summary>Tells the other nodes; while Redis is away, nobody.</summary>
    public void Send(T message) => publish(name, JsonSerializer.SerializeToUtf8Bytes(new Envelope(_self, message)));

    /// <summary>Takes what came.</summary>
    public void Receive(byte[] bytes)
    {
        Envelope? envelope;
        try
        {
            envelope = JsonSerializer.Deserialize<Envelope>(bytes);
        }
        catch (JsonException fault)
        {
            notUnderstood(fault, name);
            return;
        }

        if (envelope is not { Message: { } message })
        {
            // From a program of another version.
            notUnderstood(new JsonException("The message is empty."), name);
        }
        else if (envelope.From != _self)
        {
            take(message);
        }
    }

    private sealed record Envelope(Guid From, T Message);
}
