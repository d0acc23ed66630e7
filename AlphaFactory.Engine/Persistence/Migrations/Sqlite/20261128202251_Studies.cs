using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Sqlite
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
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "best_set",
                table: "run_chunks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "done",
                table: "run_chunks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "drawn",
                table: "run_chunks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "event_count",
                table: "run_chunks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "finished_at",
                table: "run_chunks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first",
                table: "run_chunks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "losses",
                table: "run_chunks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "row_count",
                table: "run_chunks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "set_count",
                table: "run_chunks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "size",
                table: "run_chunks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "started_at",
                table: "run_chunks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "task",
                table: "run_chunks",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "studies",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    spec = table.Column<string>(type: "TEXT", nullable: false),
                    chunk_size = table.Column<long>(type: "INTEGER", nullable: false),
                    data_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    sets_per_second = table.Column<double>(type: "REAL", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true)
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
                    run_id = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    values = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    space = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    strategy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    range_count = table.Column<int>(type: "INTEGER", nullable: false),
                    ranges = table.Column<byte[]>(type: "BLOB", nullable: false)
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
