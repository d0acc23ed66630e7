using Microsoft.Extensions.Configuration;

namespace AlphaFactory.Engine.Alerts.Channels;

/// <summary>What every channel works with.</summary>
public sealed class ChannelTools : IDisposable
{
    private readonly SocketsHttpHandler _handler;

    /// <summary>Makes the one HTTP client of all channels.</summary>
    public ChannelTools(IConfiguration configuration, TimeProvider clock)
    {
        (Configuration, Clock) = (configuration, clock);

        // No redirect is followed: a signature or a token would go where nobody sent it. Connections are renewed, so that a changed address is noticed.
        _handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) };
        Http = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The settings, secrets among them.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Requests of any length: whoever sends gives a token that ends them.</summary>
    public HttpClient Http { get; }

    /// <summary>The options of one kind of channel.</summary>
    public T Options<T>(string section)
        where T : new() => Configuration.GetSection(section).Get<T>() ?? new T();

    /// <inheritdoc/>
    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }
}
