using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Tables <c>alert_deliveries</c>, the outbox, and <c>alert_attempts</c>.</summary>
internal sealed class AlertDeliveryConfiguration : IEntityTypeConfiguration<AlertDeliveryRow>, IEntityTypeConfiguration<AlertAttemptRow>
{
    public void Configure(EntityTypeBuilder<AlertDeliveryRow> builder)
    {
        builder.ToTable("alert_deliveries");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(32);
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.ChannelId).HasMaxLength(12);
        builder.Property(row => row.Channel).HasMaxLength(80);
        builder.Property(row => row.InsteadOf).HasMaxLength(32);
        builder.Property(row => row.DigestId).HasMaxLength(32);
        builder.Property(row => row.ClaimedBy).HasMaxLength(200);
        builder.HasIndex(row => new { row.State, row.DueAt });
        builder.HasIndex(row => row.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<AlertAttemptRow> builder)
    {
        builder.ToTable("alert_attempts");
        builder.HasKey(row => new { row.DeliveryId, row.Number });
        builder.Property(row => row.DeliveryId).HasMaxLength(32);
        builder.Property(row => row.ChannelId).HasMaxLength(12);
        builder.Property(row => row.Node).HasMaxLength(200);
        builder.Property(row => row.Outcome).HasMaxLength(20);
        builder.HasIndex(row => new { row.ChannelId, row.EndedAt });
        builder.HasOne<AlertDeliveryRow>().WithMany().HasForeignKey(row => row.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}
