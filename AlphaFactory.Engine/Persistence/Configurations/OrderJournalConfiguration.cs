using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>order_journal</c>. One intent a reference and account: the database itself refuses the second.</summary>
internal sealed class OrderJournalConfiguration : IEntityTypeConfiguration<OrderJournalRow>
{
    public void Configure(EntityTypeBuilder<OrderJournalRow> builder)
    {
        builder.ToTable("order_journal");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Account).HasMaxLength(80);
        builder.Property(row => row.Reference).HasMaxLength(64);
        builder.Property(row => row.Kind).HasMaxLength(20);
        builder.HasIndex(row => new { row.Account, row.Id });
        builder.HasIndex(row => new { row.Account, row.Reference }).IsUnique().HasFilter("kind = 'intent'");
    }
}
