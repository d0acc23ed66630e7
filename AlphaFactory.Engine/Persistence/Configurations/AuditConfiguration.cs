using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>audit_log</c>.</summary>
internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit_log");
        builder.Property(row => row.Who).HasMaxLength(256);
        builder.Property(row => row.Action).HasMaxLength(80);
        builder.Property(row => row.Subject).HasMaxLength(300);
        builder.HasIndex(row => row.Action);
    }
}
