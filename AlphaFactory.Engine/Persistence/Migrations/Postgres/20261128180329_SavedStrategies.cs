using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SavedStrategies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "check_sentence",
                table: "strategies",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "created_by",
                table: "strategies",
                type: "character varying(256)",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                table: "strategies",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_checked",
                table: "strategies",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "strategies",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "check_sentence",
                table: "strategies");

            migrationBuilder.DropColumn(
                name: "created_by",
                table: "strategies");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "strategies");

            migrationBuilder.DropColumn(
                name: "is_checked",
                table: "strategies");

            migrationBuilder.DropColumn(
                name: "note",
                table: "strategies");
        }
    }
}
