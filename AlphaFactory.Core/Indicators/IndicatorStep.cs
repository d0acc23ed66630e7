namespace AlphaFactory.Core.Indicators;

/// <summary>One indicator of a plan: where it reads and writes, and how a gap in the data splits its work.</summary>
internal sealed class IndicatorStep(IndicatorEntry entry, IndicatorParameters parameters, int[] sources, int firstSlot, int index)
{
    private readonly PriceFields _inputs = entry.InputsOf(parameters);
    private readonly int _outputs = entry.Outputs.Count;
    private readonly int _shortestWarmUp = Enumerable.Range(0, entry.Outputs.Count).Min(parameters.WarmUpBarsOf);

    public int FirstSlot { get; } = firstSlot;

    public int[] Sources { get; } = sources;

    public int ScratchLength(int bars) => entry.Indicator.ScratchLength(parameters, bars);

    public void Run(in BarColumns bars, IndicatorTable table, ref GapSearch gaps)
    {
        if (gaps.IsWhole(_inputs))
        {
            RunStretch(bars, table, 0, bars.Count);
            return;
        }

        int start = 0;
        while (start < bars.Count)
        {
            int end = gaps.EndOfStretch(_inputs, start);
            RunStretch(bars, table, start, end - start);
            for (int i = 0; i < _outputs && end < bars.Count; i++)
            {
                table.Slot(FirstSlot + i)[end] = double.NaN;
            }

            start = end + 1;
        }
    }

    private void RunStretch(in BarColumns bars, IndicatorTable table, int start, int count)
    {
        for (int i = 0; i < _outputs; i++)
        {
            table.Slot(FirstSlot + i).AsSpan(start, Math.Min(count, parameters.WarmUpBarsOf(i))).Fill(double.NaN);
        }

        if (count > _shortestWarmUp)
        {
            var outputs = new OutputColumns(table.Slots(FirstSlot, _outputs), start, count, table.Scratch);
            entry.Indicator.Compute(bars.Slice(start, count, table.SourcesOf(index)), parameters, outputs);
        }
    }
}
