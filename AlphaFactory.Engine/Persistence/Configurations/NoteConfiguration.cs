using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AlphaFactory.Engine.Persistence.Configurations;

/// <summary>Tables <c>notes</c> and <c>note_versions</c>.</summary>
internal sealed class NoteConfiguration : IEntityTypeConfiguration<NoteRow>, IEntityTypeConfiguration<NoteVersionRow>
{
    private const int LongestId = 12;

    public void Configure(EntityTypeBuilder<NoteRow> builder)
    {
        builder.ToTable("notes");
        builder.HasKey(row => row.Number);
        builder.HasIndex(row => row.Id).IsUnique();
        builder.Property(row => row.Id).HasMaxLength(LongestId);
        builder.Property(row => row.Deployment).HasMaxLength(LongestId);
        builder.Property(row => row.Trade).HasMaxLength(64);
        builder.HasIndex(row => row.Day);
        builder.HasIndex(row => row.StandsAt);
    }

    public void Configure(EntityTypeBuilder<NoteVersionRow> builder)
    {
        builder.ToTable("note_versions");
        builder.HasKey(row => new { row.NoteId, row.Version });
        builder.Property(row => row.NoteId).HasMaxLength(LongestId);
    }
}
