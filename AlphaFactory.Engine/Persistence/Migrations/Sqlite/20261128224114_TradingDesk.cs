using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TradingDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "feed",
                table: "deployments",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateTable(
                name: "desk_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    deployment = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    market_at = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    severity = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_lanes",
                columns: table => new
                {
                    deployment = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    mark = table.Column<long>(type: "INTEGER", nullable: true),
                    speed = table.Column<double>(type: "REAL", nullable: true),
                    leaving = table.Column<bool>(type: "INTEGER", nullable: false),
                    unlocks = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_lanes", x => x.deployment);
                });

            migrationBuilder.CreateTable(
                name: "desk_lease",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    token = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_lease", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_switch",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    killed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    killed_by = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    way = table.Column<string>(type: "TEXT", nullable: true),
                    lifted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lifted_by = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
