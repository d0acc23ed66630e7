using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Tables <c>seen_bars</c>, <c>gate_records</c> and <c>shadow_days</c>: what deployments are compared by, and what came of it. Their keys let the first word stand.</summary>
internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<SeenBarRow>, IEntityTypeConfiguration<GateRecordRow>, IEntityTypeConfiguration<ShadowDayRow>
{
    private const int LongestId = 12;

    public void Configure(EntityTypeBuilder<SeenBarRow> builder)
    {
        builder.ToTable("seen_bars");
        builder.HasKey(row => new { row.Deployment, row.Symbol, row.Time });
        builder.Property(row => row.Deployment).HasMaxLength(LongestId);
        builder.Property(row => row.Symbol).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<GateRecordRow> builder)
    {
        builder.ToTable("gate_records");
        builder.HasKey(row => new { row.Deployment, row.Reference });
        builder.Property(row => row.Deployment).HasMaxLength(LongestId);
        builder.Property(row => row.Reference).HasMaxLength(64);
        builder.Property(row => row.Symbol).HasMaxLength(20);
        builder.Property(row => row.Code).HasMaxLength(40);
        builder.Property(row => row.Rule).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<ShadowDayRow> builder)
    {
        builder.ToTable("shadow_days");
        builder.HasKey(row => new { row.Deployment, row.Day });
        builder.Property(row => row.Deployment).HasMaxLength(LongestId);
        builder.HasIndex(row => row.Day);
    }
}
