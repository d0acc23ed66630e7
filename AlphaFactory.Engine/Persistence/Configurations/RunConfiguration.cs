using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>runs</c>.</summary>
internal sealed class RunConfiguration : IEntityTypeConfiguration<RunRow>
{
    public void Configure(EntityTypeBuilder<RunRow> builder)
    {
        builder.ToTable("runs");
        builder.Property(row => row.Id).HasMaxLength(10);
        builder.Property(row => row.Kind).HasMaxLength(20);
        builder.Property(row => row.Strategy).HasMaxLength(80);
        builder.Property(row => row.Symbol).HasMaxLength(40);
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Node).HasMaxLength(200);
        builder.Property(row => row.CreatedBy).HasMaxLength(256);
        builder.Property(row => row.Note).HasMaxLength(RunMarks.LongestNote);
        builder.HasIndex(row => new { row.State, row.CreatedAt });
        builder.HasIndex(row => row.CreatedAt);
        builder.HasIndex(row => row.Strategy);
    }
}
