using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>api_tokens</c>.</summary>
internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiTokenRow>
{
    public void Configure(EntityTypeBuilder<ApiTokenRow> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(row => row.Id).HasMaxLength(12);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.Scope).HasConversion<string>().HasMaxLength(10);
        builder.Property(row => row.Owner).HasMaxLength(256);
    }
}
