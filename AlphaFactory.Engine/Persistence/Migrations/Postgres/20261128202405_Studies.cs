using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Studies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "best_objective",
                table: "run_chunks",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "best_set",
                table: "run_chunks",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "done",
                table: "run_chunks",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "drawn",
                table: "run_chunks",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "event_count",
                table: "run_chunks",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "finished_at",
                table: "run_chunks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first",
                table: "run_chunks",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "losses",
                table: "run_chunks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "row_count",
                table: "run_chunks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "set_count",
                table: "run_chunks",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "size",
                table: "run_chunks",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "started_at",
                table: "run_chunks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "task",
                table: "run_chunks",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "studies",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    spec = table.Column<string>(type: "text", nullable: false),
                    chunk_size = table.Column<long>(type: "bigint", nullable: false),
                    data_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    sets_per_second = table.Column<double>(type: "double precision", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_studies", x => x.run_id);
                    table.ForeignKey(
                        name: "fk_studies_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "study_columns",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    values = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_columns", x => new { x.run_id, x.name });
                    table.ForeignKey(
                        name: "fk_study_columns_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trials",
                columns: table => new
                {
                    space = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    strategy = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    range_count = table.Column<int>(type: "integer", nullable: false),
                    ranges = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trials", x => x.space);
                });

            migrationBuilder.CreateIndex(
                name: "ix_run_chunks_run_id_ordinal",
                table: "run_chunks",
                columns: new[] { "run_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_run_chunks_state",
                table: "run_chunks",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_trials_strategy",
                table: "trials",
                column: "strategy");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "studies");

            migrationBuilder.DropTable(
                name: "study_columns");

            migrationBuilder.DropTable(
                name: "trials");

            migrationBuilder.DropIndex(
                name: "ix_run_chunks_run_id_ordinal",
                table: "run_chunks");

            migrationBuilder.DropIndex(
                name: "ix_run_chunks_state",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "best_objective",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "best_set",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "done",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "drawn",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "event_count",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "finished_at",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "first",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "losses",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "row_count",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "set_count",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "size",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "started_at",
                table: "run_chunks");

            migrationBuilder.DropColumn(
                name: "task",
                table: "run_chunks");
        }
    }
}
