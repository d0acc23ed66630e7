using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence;

/// <summary>The tables, the same on both databases; what differs is in the two derived classes.</summary>
internal abstract class AlphaFactoryContext(DbContextOptions options) : IdentityDbContext<AlphaFactoryUser, IdentityRole, string>(options)
{
    public DbSet<SymbolRow> Symbols => Set<SymbolRow>();
    public DbSet<SeriesRow> Series => Set<SeriesRow>();
    public DbSet<BarRow> Bars => Set<BarRow>();
    public DbSet<IndicatorSnapshotRow> IndicatorSnapshots => Set<IndicatorSnapshotRow>();
    public DbSet<IndicatorValueRow> IndicatorValues => Set<IndicatorValueRow>();
    public DbSet<StrategyRow> Strategies => Set<StrategyRow>();
    public DbSet<PromotedPresetRow> PromotedPresets => Set<PromotedPresetRow>();
    public DbSet<RunRow> Runs => Set<RunRow>();
    public DbSet<RunLogRow> RunLog => Set<RunLogRow>();
    public DbSet<RunTagRow> RunTags => Set<RunTagRow>();
    public DbSet<RunMetricRow> RunMetrics => Set<RunMetricRow>();
    public DbSet<RunChunkRow> RunChunks => Set<RunChunkRow>();
    public DbSet<StudyRow> Studies => Set<StudyRow>();
    public DbSet<StudyColumnRow> StudyColumns => Set<StudyColumnRow>();
    public DbSet<TrialRow> Trials => Set<TrialRow>();
    public DbSet<PerformanceRow> Performance => Set<PerformanceRow>();
    public DbSet<TradeRow> Trades => Set<TradeRow>();
    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();
    public DbSet<DeploymentRow> Deployments => Set<DeploymentRow>();
    public DbSet<OrderJournalRow> OrderJournal => Set<OrderJournalRow>();
    public DbSet<SeenBarRow> SeenBars => Set<SeenBarRow>();
    public DbSet<GateRecordRow> GateRecords => Set<GateRecordRow>();
    public DbSet<ShadowDayRow> ShadowDays => Set<ShadowDayRow>();
    public DbSet<NoteRow> Notes => Set<NoteRow>();
    public DbSet<NoteVersionRow> NoteVersions => Set<NoteVersionRow>();
    public DbSet<AlertRow> Alerts => Set<AlertRow>();
    public DbSet<AlertRuleRow> AlertRules => Set<AlertRuleRow>();
    public DbSet<AlertChannelRow> AlertChannels => Set<AlertChannelRow>();
    public DbSet<AlertFactRow> AlertFacts => Set<AlertFactRow>();
    public DbSet<AlertCursorRow> AlertCursors => Set<AlertCursorRow>();
    public DbSet<AlertLeaseRow> AlertLeases => Set<AlertLeaseRow>();
    public DbSet<AlertDeliveryRow> AlertDeliveries => Set<AlertDeliveryRow>();
    public DbSet<AlertAttemptRow> AlertAttempts => Set<AlertAttemptRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<UserSettingRow> UserSettings => Set<UserSettingRow>();
    public DbSet<AppSettingRow> AppSettings => Set<AppSettingRow>();

    /// <summary>Fixed here, so that the tables do not depend on how the host configures sign-in.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AlphaFactoryContext).Assembly);
        SnakeCase.Apply(builder);
    }
}
