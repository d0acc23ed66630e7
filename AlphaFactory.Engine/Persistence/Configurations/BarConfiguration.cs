using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>bars</c>, clustered by series and time.</summary>
internal sealed class BarConfiguration : IEntityTypeConfiguration<BarRow>
{
    public void Configure(EntityTypeBuilder<BarRow> builder)
    {
        builder.ToTable("bars");
        builder.HasKey(row => new { row.SeriesId, row.Time });
        builder.HasOne<SeriesRow>().WithMany().HasForeignKey(row => row.SeriesId).OnDelete(DeleteBehavior.Cascade);
    }
}
