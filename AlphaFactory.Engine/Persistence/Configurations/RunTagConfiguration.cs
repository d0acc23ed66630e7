using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>run_tags</c>, part of a run.</summary>
internal sealed class RunTagConfiguration : IEntityTypeConfiguration<RunTagRow>
{
    public void Configure(EntityTypeBuilder<RunTagRow> builder)
    {
        builder.ToTable("run_tags");
        builder.HasKey(row => new { row.RunId, row.Tag });
        builder.Property(row => row.RunId).HasMaxLength(10);
        builder.Property(row => row.Tag).HasMaxLength(RunTags.Longest);
        builder.HasIndex(row => row.Tag);
        builder.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
