using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>run_metrics</c>, part of a run.</summary>
internal sealed class RunMetricConfiguration : IEntityTypeConfiguration<RunMetricRow>
{
    public void Configure(EntityTypeBuilder<RunMetricRow> builder)
    {
        builder.ToTable("run_metrics");
        builder.HasKey(row => new { row.RunId, row.IsBenchmark, row.Name });
        builder.Property(row => row.RunId).HasMaxLength(10);
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.HasIndex(row => new { row.Name, row.Value });
        builder.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
