using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>indicator_snapshots</c>, one row a series; it goes with the series.</summary>
internal sealed class IndicatorSnapshotConfiguration : IEntityTypeConfiguration<IndicatorSnapshotRow>
{
    public void Configure(EntityTypeBuilder<IndicatorSnapshotRow> builder)
    {
        builder.ToTable("indicator_snapshots");
        builder.HasKey(row => row.SeriesId);
        builder.Property(row => row.SeriesId).ValueGeneratedNever();
        builder.Property(row => row.Plan).HasMaxLength(16);
        builder.Property(row => row.DataHash).HasMaxLength(64);
        builder.HasOne<SeriesRow>().WithOne().HasForeignKey<IndicatorSnapshotRow>(row => row.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }
}
