using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>trials</c>. It belongs to no run: what was tried stays tried when the run is deleted.</summary>
internal sealed class TrialConfiguration : IEntityTypeConfiguration<TrialRow>
{
    public void Configure(EntityTypeBuilder<TrialRow> builder)
    {
        builder.ToTable("trials");
        builder.HasKey(row => row.Space);
        builder.Property(row => row.Space).HasMaxLength(64);
        builder.Property(row => row.Strategy).HasMaxLength(80);
        builder.HasIndex(row => row.Strategy);
    }
}
