using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Sqlite
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
                    deployment = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    symbol = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    side = table.Column<int>(type: "INTEGER", nullable: false),
                    decided = table.Column<long>(type: "INTEGER", nullable: false),
                    asked = table.Column<decimal>(type: "TEXT", nullable: false),
                    allowed = table.Column<decimal>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    bound = table.Column<double>(type: "REAL", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_records", x => new { x.deployment, x.reference });
                });

            migrationBuilder.CreateTable(
                name: "note_versions",
                columns: table => new
                {
                    note_id = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    written_by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_versions", x => new { x.note_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    deployment = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    trade = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    written_by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    stands_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "seen_bars",
                columns: table => new
                {
                    deployment = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    symbol = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    time = table.Column<long>(type: "INTEGER", nullable: false),
                    open = table.Column<double>(type: "REAL", nullable: false),
                    high = table.Column<double>(type: "REAL", nullable: false),
                    low = table.Column<double>(type: "REAL", nullable: false),
                    close = table.Column<double>(type: "REAL", nullable: false),
                    volume = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_bars", x => new { x.deployment, x.symbol, x.time });
                });

            migrationBuilder.CreateTable(
                name: "shadow_days",
                columns: table => new
                {
                    deployment = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    judged_at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false)
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
