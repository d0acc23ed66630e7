using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Postgres
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
