using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>app_settings</c>.</summary>
internal sealed class AppSettingConfiguration : IEntityTypeConfiguration<AppSettingRow>
{
    public void Configure(EntityTypeBuilder<AppSettingRow> builder)
    {
        builder.ToTable("app_settings");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(100);
    }
}
