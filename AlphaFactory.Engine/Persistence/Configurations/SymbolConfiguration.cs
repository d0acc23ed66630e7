using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>symbols</c>.</summary>
internal sealed class SymbolConfiguration : IEntityTypeConfiguration<SymbolRow>
{
    public void Configure(EntityTypeBuilder<SymbolRow> builder)
    {
        builder.ToTable("symbols");
        builder.Property(row => row.Ticker).HasMaxLength(40);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Sector).HasMaxLength(100);
        builder.HasIndex(row => row.Ticker).IsUnique();
    }
}
