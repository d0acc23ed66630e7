using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Postgres
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "risk_events",
                table: "performance_snapshots",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "risk_words",
                table: "performance_snapshots",
                type: "text",
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
