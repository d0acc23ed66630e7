using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>run_log</c>, part of a run.</summary>
internal sealed class RunLogConfiguration : IEntityTypeConfiguration<RunLogRow>
{
    public void Configure(EntityTypeBuilder<RunLogRow> builder)
    {
        builder.ToTable("run_log");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.RunId).HasMaxLength(10);
        builder.Property(row => row.Level).HasMaxLength(20);
        builder.HasIndex(row => new { row.RunId, row.Id });
        builder.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
