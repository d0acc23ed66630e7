using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>studies</c>, part of a run.</summary>
internal sealed class StudyConfiguration : IEntityTypeConfiguration<StudyRow>
{
    public void Configure(EntityTypeBuilder<StudyRow> builder)
    {
        builder.ToTable("studies");
        builder.HasKey(row => row.RunId);
        builder.Property(row => row.RunId).HasMaxLength(10);
        builder.Property(row => row.DataHash).HasMaxLength(64);
        builder.HasOne<RunRow>().WithOne().HasForeignKey<StudyRow>(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
