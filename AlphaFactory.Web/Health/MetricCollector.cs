using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace AlphaFactory.Web.Health;

/// <summary>Listens to the meters of this program and of the framework and writes what they said as Prometheus text.</summary>
internal sealed class MetricCollector : IHostedService, IDisposable
{
    private static readonly string[] Meters = ["AlphaFactory.", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), MetricSeries> _series = new();
    private readonly MeterListener _listener = new();

    public MetricCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Any(name => instrument.Meter.Name.StartsWith(name, StringComparison.Ordinal)))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    /// <summary>Everything measured so far.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in _series.GroupBy(pair => PrometheusText.Name(pair.Key.Instrument)).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            var instrument = family.First().Key.Instrument;
            PrometheusText.Head(text, family.Key, instrument.Description, MetricSeries.KindOf(instrument));
            foreach (var ((_, labels), series) in family.OrderBy(pair => pair.Key.Labels, StringComparer.Ordinal))
            {
                series.Write(text, family.Key, labels);
            }
        }

        return text.ToString();
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _series.GetOrAdd((instrument, PrometheusText.Labels(tags)), key => new MetricSeries(MetricSeries.KindOf(key.Instrument))).Record(value, MetricSeries.SaysTotals(instrument));
}
