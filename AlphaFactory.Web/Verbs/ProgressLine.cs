using System.Globalization;

namespace AlphaFactory.Web.Verbs;

/// <summary>One line on the error stream that counts the bars done.</summary>
internal sealed class ProgressLine(TextWriter error) : IProgress<long>
{
    private const long Step = 10_000;
    private long _told = -Step, _last;

    public void Report(long value)
    {
        _last = value;
        if (value >= _told + Step)
        {
            _told = value;
            Tell(value);
        }
    }

    /// <summary>Tells the last count and ends the line.</summary>
    public void End()
    {
        Tell(_last);
        error.WriteLine();
    }

    private void Tell(long bars) => error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{bars:N0} bars"));
}
