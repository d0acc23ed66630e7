using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>run_chunks</c>, part of a run.</summary>
internal sealed class RunChunkConfiguration : IEntityTypeConfiguration<RunChunkRow>
{
    public void Configure(EntityTypeBuilder<RunChunkRow> builder)
    {
        builder.ToTable("run_chunks");
        builder.HasKey(row => new { row.RunId, row.ContentKey });
        builder.Property(row => row.RunId).HasMaxLength(10);
        builder.Property(row => row.ContentKey).HasMaxLength(64);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Task).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Node).HasMaxLength(200);
        builder.HasIndex(row => new { row.RunId, row.Ordinal });
        builder.HasIndex(row => row.State);
        builder.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
