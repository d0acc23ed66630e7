using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Trading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "feed",
                table: "deployments",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateTable(
                name: "desk_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    deployment = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    market_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    severity = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_lanes",
                columns: table => new
                {
                    deployment = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    mark = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    speed = table.Column<double>(type: "double precision", nullable: true),
                    leaving = table.Column<bool>(type: "boolean", nullable: false),
                    unlocks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_lanes", x => x.deployment);
                });

            migrationBuilder.CreateTable(
                name: "desk_lease",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    token = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_lease", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_switch",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    killed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    killed_by = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    way = table.Column<string>(type: "text", nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_switch", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_desk_events_deployment_id",
                table: "desk_events",
                columns: new[] { "deployment", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_desk_events_key",
                table: "desk_events",
                column: "key",
                unique: true);

            migrationBuilder.CreateTable(
                name: "gate_records",
                columns: table => new
                {
                    deployment = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    reference = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    symbol = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    side = table.Column<int>(type: "integer", nullable: false),
                    decided = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked = table.Column<decimal>(type: "numeric", nullable: false),
                    allowed = table.Column<decimal>(type: "numeric", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    bound = table.Column<double>(type: "double precision", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_records", x => new { x.deployment, x.reference });
                });

            migrationBuilder.CreateTable(
                name: "note_versions",
                columns: table => new
                {
                    note_id = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    tags = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_versions", x => new { x.note_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    deployment = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    trade = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    tags = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stands_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "seen_bars",
                columns: table => new
                {
                    deployment = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    symbol = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    time = table.Column<long>(type: "bigint", nullable: false),
                    open = table.Column<double>(type: "double precision", nullable: false),
                    high = table.Column<double>(type: "double precision", nullable: false),
                    low = table.Column<double>(type: "double precision", nullable: false),
                    close = table.Column<double>(type: "double precision", nullable: false),
                    volume = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_bars", x => new { x.deployment, x.symbol, x.time });
                });

            migrationBuilder.CreateTable(
                name: "shadow_days",
                columns: table => new
                {
                    deployment = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    judged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shadow_days", x => new { x.deployment, x.day });
                });

            migrationBuilder.CreateIndex(
                name: "ix_notes_day",
                table: "notes",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_notes_id",
                table: "notes",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notes_stands_at",
                table: "notes",
                column: "stands_at");

            migrationBuilder.CreateIndex(
                name: "ix_shadow_days_day",
                table: "shadow_days",
                column: "day");

            migrationBuilder.CreateTable(
                name: "alert_channels",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    settings = table.Column<string>(type: "text", nullable: false),
                    quiet = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    per_hour = table.Column<int>(type: "integer", nullable: false),
                    fallback = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_channels", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_cursors",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_cursors", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "alert_deliveries",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    alert_id = table.Column<long>(type: "bigint", nullable: true),
                    channel_id = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    channel = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    severity = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    may_repeat = table.Column<bool>(type: "boolean", nullable: false),
                    instead_of = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    digest_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    claimed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_facts",
                columns: table => new
                {
                    rule_id = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    fact_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_facts", x => new { x.rule_id, x.fact_id });
                });

            migrationBuilder.CreateTable(
                name: "alert_leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    holder = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "alert_rules",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    parameters = table.Column<string>(type: "text", nullable: false),
                    deployment = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    least = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    told_as = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    channels = table.Column<string>(type: "text", nullable: false),
                    repeat_minutes = table.Column<int>(type: "integer", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    rule_id = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    rule = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    episode = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    severity = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    deployment = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    link = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_attempts",
                columns: table => new
                {
                    delivery_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    is_critical = table.Column<bool>(type: "boolean", nullable: false),
                    node = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_attempts", x => new { x.delivery_id, x.number });
                    table.ForeignKey(
                        name: "fk_alert_attempts_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "alert_deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alert_attempts_channel_id_ended_at",
                table: "alert_attempts",
                columns: new[] { "channel_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_alert_deliveries_created_at",
                table: "alert_deliveries",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_alert_deliveries_state_due_at",
                table: "alert_deliveries",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_alert_facts_at",
                table: "alert_facts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_rule_id_episode_id",
                table: "alerts",
                columns: new[] { "rule_id", "episode", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_seen_at_severity",
                table: "alerts",
                columns: new[] { "seen_at", "severity" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_attempts");

            migrationBuilder.DropTable(
                name: "alert_channels");

            migrationBuilder.DropTable(
                name: "alert_cursors");

            migrationBuilder.DropTable(
                name: "alert_facts");

            migrationBuilder.DropTable(
                name: "alert_leases");

            migrationBuilder.DropTable(
                name: "alert_rules");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "alert_deliveries");

            migrationBuilder.DropTable(
                name: "gate_records");

            migrationBuilder.DropTable(
                name: "note_versions");

            migrationBuilder.DropTable(
                name: "notes");

            migrationBuilder.DropTable(
                name: "seen_bars");

            migrationBuilder.DropTable(
                name: "shadow_days");

            migrationBuilder.DropTable(
                name: "desk_events");

            migrationBuilder.DropTable(
                name: "desk_lanes");

            migrationBuilder.DropTable(
                name: "desk_lease");

            migrationBuilder.DropTable(
                name: "desk_switch");

            migrationBuilder.DropColumn(
                name: "feed",
                table: "deployments");
        }
    }
}
