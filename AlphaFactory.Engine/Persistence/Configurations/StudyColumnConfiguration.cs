using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>study_columns</c>, part of a run.</summary>
internal sealed class StudyColumnConfiguration : IEntityTypeConfiguration<StudyColumnRow>
{
    public void Configure(EntityTypeBuilder<StudyColumnRow> builder)
    {
        builder.ToTable("study_columns");
        builder.HasKey(row => new { row.RunId, row.Name });
        builder.Property(row => row.RunId).HasMaxLength(10);
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
