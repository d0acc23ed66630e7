using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>strategies</c>, one row per version.</summary>
internal sealed class StrategyConfiguration : IEntityTypeConfiguration<StrategyRow>
{
    public void Configure(EntityTypeBuilder<StrategyRow> builder)
    {
        builder.ToTable("strategies");
        builder.HasKey(row => new { row.Id, row.Version });
        builder.Property(row => row.Id).HasMaxLength(80);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Kind).HasMaxLength(20);
        builder.Property(row => row.Note).HasMaxLength(500).HasDefaultValue("");
        builder.Property(row => row.CheckSentence).HasMaxLength(500).HasDefaultValue("");
        builder.Property(row => row.IsChecked).HasDefaultValue(false);
        builder.Property(row => row.CreatedBy).HasMaxLength(256).HasDefaultValue("");
    }
}
