namespace AlphaFactory.Engine.Access;

/// <summary>Small settings each user keeps, such as theme and columns of a table.</summary>
public interface IUserSettings
{
    /// <summary>All settings of a user by key.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Stores one setting; a null value removes it.</summary>
    Task WriteAsync(string userId, string key, string? value, CancellationToken cancellationToken);
}
