using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
