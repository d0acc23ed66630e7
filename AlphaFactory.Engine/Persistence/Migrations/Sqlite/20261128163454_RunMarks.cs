using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RunMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "archived_at",
                table: "runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_pinned",
                table: "runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "runs",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "run_tags",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    tag = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_run_tags", x => new { x.run_id, x.tag });
                    table.ForeignKey(
                        name: "fk_run_tags_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_run_tags_tag",
                table: "run_tags",
                column: "tag");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_tags");

            migrationBuilder.DropColumn(
                name: "archived_at",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "is_pinned",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "note",
                table: "runs");
        }
    }
}
