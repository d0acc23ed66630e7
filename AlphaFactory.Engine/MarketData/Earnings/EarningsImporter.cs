using System.Globalization;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.MarketData.Importing;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.MarketData.Earnings;

/// <summary>Brings a file of earnings days into the store: all of it or nothing.</summary>
public sealed class EarningsImporter(IEarningsCalendar calendar, IAuditLog audit, IOptions<ImportOptions> options)
{
    /// <summary>Reads the whole file, then writes it in one transaction.</summary>
    /// <param name="stream">The file; must be seekable. It stays open.</param>
    /// <param name="who">Name for the audit log.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    public async Task<EarningsOutcome> ImportAsync(Stream stream, string who, CancellationToken cancellationToken)
    {
        if (options.Value.TooLarge(stream.Length) is { } fault)
        {
            return new EarningsOutcome.Refused([fault], 1);
        }

        var (reports, errors) = await EarningsCsvReader.ReadAsync(stream, options.Value.MaximumRows, cancellationToken);
        if (errors.Count > 0)
        {
            return new EarningsOutcome.Refused(errors.First, errors.Count);
        }

        int replaced = await calendar.WriteAsync(reports, BarImporter.Source, cancellationToken);
        var done = new EarningsOutcome.Imported(reports.Count, reports.Select(report => report.Symbol).Distinct().Count(), replaced, reports.Min(report => report.Day), reports.Max(report => report.Day));
        await audit.AppendAsync(who, "earnings-imported", BarImporter.Source, string.Create(CultureInfo.InvariantCulture, $"{done.Reports} days of {done.Symbols} symbols, {replaced} replaced"), CancellationToken.None);
        return done;
    }
}
