using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>indicator_values</c>, clustered by series; the index on the name is what a screen reads a universe by.</summary>
internal sealed class IndicatorValueConfiguration : IEntityTypeConfiguration<IndicatorValueRow>
{
    public void Configure(EntityTypeBuilder<IndicatorValueRow> builder)
    {
        builder.ToTable("indicator_values");
        builder.HasKey(row => new { row.SeriesId, row.Name });
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.HasIndex(row => row.Name);
        builder.HasOne<IndicatorSnapshotRow>().WithMany().HasForeignKey(row => row.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }
}
