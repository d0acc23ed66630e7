using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AlphaFactory.Engine.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CostsAndDelisting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "borrow",
                table: "trades",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "dividends",
                table: "trades",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "first_stop",
                table: "trades",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "first_target",
                table: "trades",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "rmultiple",
                table: "trades",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "delisted_on",
                table: "symbols",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "borrow",
                table: "trades");

            migrationBuilder.DropColumn(
                name: "dividends",
                table: "trades");

            migrationBuilder.DropColumn(
                name: "first_stop",
                table: "trades");

            migrationBuilder.DropColumn(
                name: "first_target",
                table: "trades");

            migrationBuilder.DropColumn(
                name: "rmultiple",
                table: "trades");

            migrationBuilder.DropColumn(
                name: "delisted_on",
                table: "symbols");
        }
    }
}
