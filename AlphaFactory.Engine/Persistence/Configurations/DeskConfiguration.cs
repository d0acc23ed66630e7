using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Tables <c>desk_lease</c>, <c>desk_lanes</c> and <c>desk_switch</c>: what must be known of live trading after a restart.</summary>
internal sealed class DeskConfiguration : IEntityTypeConfiguration<DeskLeaseRow>, IEntityTypeConfiguration<DeskLaneRow>, IEntityTypeConfiguration<DeskSwitchRow>
{
    private const int LongestName = 200;

    public void Configure(EntityTypeBuilder<DeskLeaseRow> builder)
    {
        builder.ToTable("desk_lease");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Holder).HasMaxLength(LongestName);
    }

    public void Configure(EntityTypeBuilder<DeskLaneRow> builder)
    {
        builder.ToTable("desk_lanes");
        builder.HasKey(row => row.Deployment);
        builder.Property(row => row.Deployment).HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<DeskSwitchRow> builder)
    {
        builder.ToTable("desk_switch");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
