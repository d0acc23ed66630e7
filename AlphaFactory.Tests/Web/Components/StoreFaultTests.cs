using AlphaFactory.Web.Components.States;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlphaFactory.Tests.Web.Components;

public sealed class StoreFaultTests
{
    [Fact]
    public async Task A_store_that_does_not_answer_becomes_words()
    {
        var state = await StoreFault.GuardAsync(() => throw new SqliteException("database is locked", 5), NullLogger.Instance);

        Assert.Contains("database is locked. Nothing was changed", Assert.IsType<PageState.Failed>(state).Detail);
    }

    [Fact]
    public async Task A_fault_of_the_store_is_known_inside_its_wrapping() => Assert.IsType<PageState.Failed>(await StoreFault.GuardAsync(
        () => throw new InvalidOperationException("likely transient", new SqliteException("disk full", 13)), NullLogger.Instance));

    [Fact]
    public async Task A_fault_of_the_program_is_not_hidden() => await Assert.ThrowsAsync<InvalidOperationException>(() => StoreFault.GuardAsync(() => throw new InvalidOperationException("a bug"), NullLogger.Instance));
}
