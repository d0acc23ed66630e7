using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Tests.Engine.Studies;

public sealed class WorkTimeTests
{
    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 3, 8 }, 5)]
    [InlineData(new[] { 3, 8, 100, 101 }, 6)]
    [InlineData(new[] { 3, 8, 5, 12 }, 9)]
    [InlineData(new[] { 5, 12, 3, 8 }, 9)]
    [InlineData(new[] { 3, 20, 5, 12, 19, 21 }, 18)]
    [InlineData(new[] { 3, 8, 8, 9, 9, 9 }, 6)]
    [InlineData(new[] { 8, 3 }, 0)]
    public void Stretches_that_overlap_count_once(int[] borders, int seconds)
    {
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromSeconds(seconds), WorkTime.Of(borders.Chunk(2).Select(pair => (start.AddSeconds(pair[0]), start.AddSeconds(pair[1])))));
    }
}
