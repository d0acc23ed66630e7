using System.Text;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.MarketData.Csv;
using AlphaFactory.Engine.MarketData.Importing;
using AlphaFactory.Tests.Engine.Persistence;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Engine.MarketData.Csv;

public sealed class CsvPropertyTests() : OnDatabase(null)
{
    private static readonly DateOnly[] Sessions = [.. TradingCalendar.Nyse.SessionsBetween(new(2000, 1, 3), new(2024, 12, 31))];

    [Fact]
    public async Task A_thousand_spoilt_files_are_refused_with_line_and_remedy_and_nothing_is_written()
    {
        BarImporter importer = Host.Get<BarImporter>();
        Prop.ForAll(Gen.Elements(CsvMutations.All.Keys).Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(), spoilt =>
        {
            var random = new SeededRandom((ulong)spoilt.Item2);
            (byte[] file, long line) = CsvMutations.All[spoilt.Item1](CsvFiles.Lines(Draw(random, 4 + random.NextInt32(60))), random);
            ImportOutcome outcome = importer.ImportAsync(new MemoryStream(file), "AAA", null, CsvMapping.Automatic, "ann", null, CancellationToken.None).GetAwaiter().GetResult();
            bool clear = outcome is RefusedFile { ErrorCount: > 0 } refused && refused.Errors.All(e => e is { Line: > 0, Rule.Length: > 10, Remedy.Length: > 10 })
                && (line == 0 || refused.Errors.Any(e => e.Line == line));
            return clear.Label($"{spoilt.Item1}: line {line}, {(outcome is RefusedFile r ? string.Join(" / ", r.Errors.Take(3).Select(e => e.Message)) : outcome.ToString())}");
        }).Check(Config.QuickThrowOnFailure.WithReplay(20240304, 1).WithMaxTest(1000));
        Assert.Empty(await Host.Get<IBarStore>().ListAsync(None));
    }

    [Fact]
    public void A_valid_file_gives_back_the_very_doubles_it_was_written_from()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new SeededRandom((ulong)seed);
            RawBars bars = Draw(random, 1 + random.NextInt32(300));
            byte[] file = Encoding.UTF8.GetBytes(string.Join('\n', CsvFiles.Lines(bars)));
            return CsvFiles.ReadAsync(file).GetAwaiter().GetResult() is CsvBars read
                && bars.Times.SequenceEqual(read.Bars.Times) && bars.Open.SequenceEqual(read.Bars.Open) && bars.High.SequenceEqual(read.Bars.High)
                && bars.Low.SequenceEqual(read.Bars.Low) && bars.Close.SequenceEqual(read.Bars.Close) && bars.Volume.SequenceEqual(read.Bars.Volume);
        }).Check(Config.QuickThrowOnFailure.WithReplay(7, 1).WithMaxTest(200));
    }

    /// <summary>Bars with all 53 bits in use.</summary>
    private static RawBars Draw(SeededRandom random, int count)
    {
        int first = random.NextInt32(Sessions.Length - count);
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count], ones = new double[count];
        double price = 1 + (500 * random.NextDouble());
        for (int i = 0; i < count; i++)
        {
            open[i] = price;
            price *= 0.97 + (0.06 * random.NextDouble());
            close[i] = price;
            high[i] = Math.Max(open[i], price) * (1 + (0.02 * random.NextDouble()));
            low[i] = Math.Min(open[i], price) * (1 - (0.02 * random.NextDouble()));
            volume[i] = random.NextInt32(1_000_000_000);
        }

        Array.Fill(ones, 1.0);
        return new RawBars([.. Sessions.Skip(first).Take(count).Select(d => new DateTimeOffset(d, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds())], open, high, low, close, volume, ones, ones);
    }
}
