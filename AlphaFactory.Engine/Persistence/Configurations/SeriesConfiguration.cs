using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>series</c>, one row per (symbol, interval, source).</summary>
internal sealed class SeriesConfiguration : IEntityTypeConfiguration<SeriesRow>
{
    public void Configure(EntityTypeBuilder<SeriesRow> builder)
    {
        builder.ToTable("series");
        builder.Property(row => row.Source).HasMaxLength(40);
        builder.HasOne(row => row.Symbol).WithMany(symbol => symbol.Series).HasForeignKey(row => row.SymbolId);
        builder.HasIndex(row => new { row.SymbolId, row.IntervalMinutes, row.Source }).IsUnique();
    }
}
