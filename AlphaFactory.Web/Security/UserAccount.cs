namespace AlphaFactory.Web.Security;

/// <summary>A person who may sign in.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name to sign in with and to show.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="IsDisabled">True when an owner closed the account.</param>
/// <param name="LockedUntil">End of a lock after too many wrong tries; null when there is none.</param>
public sealed record UserAccount(string Id, string Name, string Role, bool IsDisabled, DateTimeOffset? LockedUntil);
