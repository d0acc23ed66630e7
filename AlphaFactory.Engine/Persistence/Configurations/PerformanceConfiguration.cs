using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>performance_snapshots</c>, part of a run.</summary>
internal sealed class PerformanceConfiguration : IEntityTypeConfiguration<PerformanceRow>
{
    public void Configure(EntityTypeBuilder<PerformanceRow> builder)
    {
        builder.ToTable("performance_snapshots");
        builder.HasKey(row => row.RunId);
        builder.Property(row => row.RunId).HasMaxLength(10);
        builder.Property(row => row.Engine).HasMaxLength(20);
        builder.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
