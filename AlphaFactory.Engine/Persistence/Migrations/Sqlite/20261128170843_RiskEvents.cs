using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RiskEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "risk_event_count",
                table: "performance_snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "risk_events",
                table: "performance_snapshots",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "risk_words",
                table: "performance_snapshots",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "risk_event_count",
                table: "performance_snapshots");

            migrationBuilder.DropColumn(
                name: "risk_events",
                table: "performance_snapshots");

            migrationBuilder.DropColumn(
                name: "risk_words",
                table: "performance_snapshots");
        }
    }
}
