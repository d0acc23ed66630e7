using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlphaFactory.Tests.Support;

/// <summary>A mail server over a real socket that keeps what it is given: as much of RFC 5321 as a client needs, and its refusals.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "factory", Password = "correct horse";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly List<Letter> _letters = [];
    private readonly Queue<(string Command, string Answer)> _faults = new();
    private readonly Task _loop;

    private SmtpServer()
    {
        _listener.Start();
        _loop = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>True asks for a name and password before it takes anything.</summary>
    public bool WantsSignIn { get; set; }

    public IReadOnlyList<Letter> Letters
    {
        get
        {
            lock (_gate)
            {
                return [.. _letters];
            }
        }
    }

    public static SmtpServer Start() => new();

    /// <summary>The next command that begins so is answered so; an answer of nothing hangs up.</summary>
    public void Trouble(string command, string answer)
    {
        lock (_gate)
        {
            _faults.Enqueue((command, answer));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _loop;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await TalkAsync(reader, writer);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone.
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        bool signedIn = false;
        string from = "";
        var to = new List<string>();
        await writer.WriteLineAsync("220 mail.test ESMTP");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            string command = line.ToUpperInvariant();
            if (FaultFor(command) is { } answer)
            {
                if (answer.Length == 0)
                {
                    return;
                }

                await writer.WriteLineAsync(answer);
                continue;
            }

            switch (command.Split(' ', ':')[0])
            {
                case "EHLO":
                    await writer.WriteLineAsync(WantsSignIn ? "250-mail.test\r\n250-AUTH PLAIN\r\n250 8BITMIME" : "250-mail.test\r\n250 8BITMIME");
                    break;
                case "AUTH":
                    signedIn = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])) == $"\0{User}\0{Password}";
                    await writer.WriteLineAsync(signedIn ? "235 2.7.0 welcome" : "535 5.7.8 wrong name or password");
                    break;
                case "MAIL":
                    (from, to) = (line[10..].Split('>')[0].TrimStart('<', ' '), []);
                    await writer.WriteLineAsync(WantsSignIn && !signedIn ? "530 5.7.0 sign in first" : "250 2.1.0 fine");
                    break;
                case "RCPT":
                    to.Add(line[8..].Split('>')[0].TrimStart('<', ' '));
                    await writer.WriteLineAsync("250 2.1.5 fine");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    string text = await BodyAsync(reader);
                    if (FaultFor("END") is { } refusal)
                    {
                        if (refusal.Length == 0)
                        {
                            Keep(new Letter(from, [.. to], text));
                            return;
                        }

                        await writer.WriteLineAsync(refusal);
                        break;
                    }

                    Keep(new Letter(from, [.. to], text));
                    await writer.WriteLineAsync("250 2.0.0 taken as 4711");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 2.0.0 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 2.0.0 fine");
                    break;
            }
        }
    }

    private async Task<string> BodyAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            text.AppendLine(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
        }

        return text.ToString();
    }

    private void Keep(Letter letter)
    {
        lock (_gate)
        {
            _letters.Add(letter);
        }
    }

    private string? FaultFor(string command)
    {
        lock (_gate)
        {
            return _faults.TryPeek(out var next) && command.StartsWith(next.Command, StringComparison.Ordinal) ? _faults.Dequeue().Answer : null;
        }
    }
}

/// <summary>A letter as it was handed in.</summary>
internal sealed record Letter(string From, IReadOnlyList<string> To, string Text);
