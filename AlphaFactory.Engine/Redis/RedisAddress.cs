namespace AlphaFactory.Engine.Redis;

/// <summary>How Redis is reached, as StackExchange.Redis writes it: <c>host:port,password=...</c>.</summary>
internal sealed record RedisAddress(string Configuration);
