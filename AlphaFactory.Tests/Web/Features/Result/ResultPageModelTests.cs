using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Features.Result;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Features.Result;

public sealed class ResultPageModelTests
{
    [Fact]
    public async Task A_page_opened_on_a_waiting_run_shows_its_result_when_done()
    {
        await using var server = await WebHarness.StartAsync(("AlphaFactory:DemoMarket", "true"));
        var run = await server.Services.GetRequiredService<IJobs>().StartAsync(new RunSpec { Strategy = "buy-and-hold", Symbol = "DEMO-FERM" }, "test", CancellationToken.None);
        using var model = Model(server);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        model.Changed += () => _ = model.Result is not null && done.TrySetResult();
        await model.OpenAsync(run.Id);
        await done.Task.WaitAsync(Patience.Limit);
        Assert.Equal(RunState.Done, model.Run!.State);
        Assert.NotEmpty(model.Result!.Equity);
        Assert.NotEmpty(model.Log);

        await model.RenameAsync("Another name");
        var runs = server.Services.GetRequiredService<IRunStore>();
        Assert.Equal("Another name", (await runs.FindAsync(run.Id, CancellationToken.None))!.Title);
        await runs.MarkAsync([run.Id], new RunMarks { Note = "look again" }, CancellationToken.None);
        await model.ReadMarksAsync();
        Assert.Equal("look again", model.Run.Note);
        Assert.NotEmpty(model.Result.Equity);
    }

    [Fact]
    public async Task A_link_to_no_run_says_so()
    {
        await using var server = await WebHarness.StartAsync();
        using var model = Model(server);
        await model.OpenAsync("nosuchrun1");
        Assert.Contains("nosuchrun1", Assert.IsType<PageState.Failed>(model.State).Detail, StringComparison.Ordinal);
    }

    private static ResultPageModel Model(WebHarness server) => new(
        server.Services.GetRequiredService<IRunStore>(), server.Services.GetRequiredService<IJobs>(), server.Services.GetRequiredService<IProgressBus>(), TimeProvider.System);
}
