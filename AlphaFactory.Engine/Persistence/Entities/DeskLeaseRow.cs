namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>Which node trades. One row; the token rises with every change of hands, and what an earlier holder still wants to write is refused by it.</summary>
internal sealed class DeskLeaseRow
{
    public int Id { get; set; }
    public required string Holder { get; set; }
    public long Token { get; set; }
    public DateTimeOffset Until { get; set; }
}
