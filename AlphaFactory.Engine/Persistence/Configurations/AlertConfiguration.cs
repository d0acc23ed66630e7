using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Tables <c>alerts</c>, <c>alert_rules</c>, <c>alert_channels</c>, <c>alert_facts</c>, <c>alert_cursors</c> and <c>alert_leases</c>.</summary>
internal sealed class AlertConfiguration :
    IEntityTypeConfiguration<AlertRow>, IEntityTypeConfiguration<AlertRuleRow>, IEntityTypeConfiguration<AlertChannelRow>,
    IEntityTypeConfiguration<AlertFactRow>, IEntityTypeConfiguration<AlertCursorRow>, IEntityTypeConfiguration<AlertLeaseRow>
{
    public void Configure(EntityTypeBuilder<AlertRow> builder)
    {
        builder.ToTable("alerts");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.RuleId).HasMaxLength(12);
        builder.Property(row => row.Rule).HasMaxLength(80);
        builder.Property(row => row.Episode).HasMaxLength(200);
        builder.Property(row => row.Deployment).HasMaxLength(12);
        builder.Property(row => row.SeenBy).HasMaxLength(256);
        builder.HasIndex(row => new { row.RuleId, row.Episode, row.Id });
        builder.HasIndex(row => new { row.SeenAt, row.Severity });
    }

    public void Configure(EntityTypeBuilder<AlertRuleRow> builder)
    {
        builder.ToTable("alert_rules");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(12);
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.Property(row => row.Deployment).HasMaxLength(12);
        builder.Property(row => row.Least).HasMaxLength(20);
        builder.Property(row => row.ToldAs).HasMaxLength(20);
        builder.Property(row => row.ChangedBy).HasMaxLength(256);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AlertChannelRow> builder)
    {
        builder.ToTable("alert_channels");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(12);
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.Property(row => row.Quiet).HasMaxLength(120);
        builder.Property(row => row.Fallback).HasMaxLength(12);
        builder.Property(row => row.ChangedBy).HasMaxLength(256);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<AlertFactRow> builder)
    {
        builder.ToTable("alert_facts");
        builder.HasKey(row => new { row.RuleId, row.FactId });
        builder.Property(row => row.RuleId).HasMaxLength(12);
        builder.Property(row => row.FactId).HasMaxLength(200);
        builder.HasIndex(row => row.At);
    }

    public void Configure(EntityTypeBuilder<AlertCursorRow> builder)
    {
        builder.ToTable("alert_cursors");
        builder.HasKey(row => row.Source);
        builder.Property(row => row.Source).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<AlertLeaseRow> builder)
    {
        builder.ToTable("alert_leases");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.Property(row => row.Holder).HasMaxLength(300);
    }
}
