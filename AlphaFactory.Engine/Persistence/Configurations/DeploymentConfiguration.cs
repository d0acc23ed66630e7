using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Table <c>deployments</c>. The version is what two changes at once collide on.</summary>
internal sealed class DeploymentConfiguration : IEntityTypeConfiguration<DeploymentRow>
{
    public void Configure(EntityTypeBuilder<DeploymentRow> builder)
    {
        builder.ToTable("deployments");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(12);
        builder.Property(row => row.Name).HasMaxLength(80);
        builder.Property(row => row.Mode).HasMaxLength(20);
        builder.Property(row => row.Strategy).HasMaxLength(200);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.Feed).HasDefaultValue("{}");
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.CreatedAt);
    }
}
