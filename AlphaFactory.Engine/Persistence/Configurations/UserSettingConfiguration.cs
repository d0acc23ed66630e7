using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>user_settings</c>.</summary>
internal sealed class UserSettingConfiguration : IEntityTypeConfiguration<UserSettingRow>
{
    public void Configure(EntityTypeBuilder<UserSettingRow> builder)
    {
        builder.ToTable("user_settings");
        builder.HasKey(row => new { row.UserId, row.Key });
        builder.Property(row => row.Key).HasMaxLength(100);
        builder.HasOne<AlphaFactoryUser>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
