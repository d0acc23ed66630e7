using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>promoted_presets</c>.</summary>
internal sealed class PromotedPresetConfiguration : IEntityTypeConfiguration<PromotedPresetRow>
{
    public void Configure(EntityTypeBuilder<PromotedPresetRow> builder)
    {
        builder.ToTable("promoted_presets");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(32);
        builder.Property(row => row.StrategyId).HasMaxLength(80);
        builder.Property(row => row.Name).HasMaxLength(60);
        builder.Property(row => row.CreatedBy).HasMaxLength(256);
        builder.HasIndex(row => row.StrategyId);
    }
}
