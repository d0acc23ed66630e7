using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>trades</c>, part of a run.</summary>
internal sealed class TradeConfiguration : IEntityTypeConfiguration<TradeRow>
{
    public void Configure(EntityTypeBuilder<TradeRow> builder)
    {
        builder.ToTable("trades");
        builder.HasKey(row => new { row.RunId, row.Ordinal });
        builder.Property(row => row.RunId).HasMaxLength(10);
        builder.Property(row => row.Symbol).HasMaxLength(40);
        builder.Property(row => row.ExitReason).HasMaxLength(20);
        builder.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
