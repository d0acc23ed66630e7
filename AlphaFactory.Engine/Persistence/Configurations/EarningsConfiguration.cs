using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>earnings_calendar</c>.</summary>
internal sealed class EarningsConfiguration : IEntityTypeConfiguration<EarningsRow>
{
    public void Configure(EntityTypeBuilder<EarningsRow> builder)
    {
        builder.ToTable("earnings_calendar");
        builder.HasKey(row => new { row.SymbolId, row.Date, row.Source });
        builder.Property(row => row.Source).HasMaxLength(40);
        builder.Property(row => row.Session).HasMaxLength(20);
        builder.HasOne(row => row.Symbol).WithMany().HasForeignKey(row => row.SymbolId);
        builder.HasIndex(row => row.Date);
    }
}
