using System.Diagnostics.Metrics;
using System.Text;

namespace AlphaFactory.Web.Health;

/// <summary>The running figure of one instrument with one set of labels.</summary>
internal sealed class MetricSeries(string kind)
{
    private static readonly double[] Bounds = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60];
    private readonly Lock _gate = new();
    private readonly long[] _buckets = new long[Bounds.Length];
    private long _count;
    private double _sum;

    /// <summary>counter, gauge or histogram.</summary>
    public static string KindOf(Instrument instrument)
    {
        string type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter"
            : "gauge";
    }

    /// <summary>True when each measurement is the whole figure and not a change of it.</summary>
    public static bool SaysTotals(Instrument instrument) => instrument.IsObservable || instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal);

    /// <summary>Takes one measurement in.</summary>
    /// <param name="value">The measurement.</param>
    /// <param name="isTotal">True when it is the whole figure and not a change of it.</param>
    public void Record(double value, bool isTotal)
    {
        lock (_gate)
        {
            _count++;
            _sum = isTotal ? value : _sum + value;
            for (int i = Bounds.Length - 1; kind == "histogram" && i >= 0 && value <= Bounds[i]; i--)
            {
                _buckets[i]++;
            }
        }
    }

    public void Write(StringBuilder text, string name, string labels)
    {
        lock (_gate)
        {
            if (kind != "histogram")
            {
                PrometheusText.Line(text, name, labels, _sum);
                return;
            }

            for (int i = 0; i < Bounds.Length; i++)
            {
                PrometheusText.Line(text, name + "_bucket", PrometheusText.With(labels, "le", Bounds[i]), _buckets[i]);
            }

            PrometheusText.Line(text, name + "_bucket", PrometheusText.With(labels, "le", double.PositiveInfinity), _count);
            PrometheusText.Line(text, name + "_sum", labels, _sum);
            PrometheusText.Line(text, name + "_count", labels, _count);
        }
    }
}
