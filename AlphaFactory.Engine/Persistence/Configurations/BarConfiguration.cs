using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>bars</c>, clustered by series and time. Without a foreign key: checking it bar by bar doubles the time of an import, and one class writes this table.</summary>
internal sealed class BarConfiguration : IEntityTypeConfiguration<BarRow>
{
    public void Configure(EntityTypeBuilder<BarRow> builder)
    {
        builder.ToTable("bars");
        builder.HasKey(row => new { row.SeriesId, row.Time });
    }
}
