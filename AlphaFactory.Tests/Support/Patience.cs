using System.Runtime.CompilerServices;

namespace AlphaFactory.Tests.Support;

/// <summary>Waits for what must become true. The limit is far above what it takes, so that only a thing that never comes fails, however busy the machine is.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    public static Task UntilAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") => UntilAsync(() => Task.FromResult(holds()), what);

    public static async Task UntilAsync(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Limit, $"Not true after {Limit.TotalMinutes} minutes: {what}");
            await Task.Delay(s_pause, TestContext.Current.CancellationToken);
        }
    }
}
