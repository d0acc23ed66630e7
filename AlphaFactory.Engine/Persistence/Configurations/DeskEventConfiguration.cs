using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>desk_events</c>.</summary>
internal sealed class DeskEventConfiguration : IEntityTypeConfiguration<DeskEventRow>
{
    public void Configure(EntityTypeBuilder<DeskEventRow> builder)
    {
        builder.ToTable("desk_events");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.Deployment).HasMaxLength(12);
        builder.Property(row => row.Kind).HasMaxLength(30);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.Deployment, row.Id });
    }
}
