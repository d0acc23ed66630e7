using System.CommandLine;
using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Verbs;

/// <summary>Makes an API token; it is printed this once.</summary>
internal sealed class TokenCreateVerb : IVerb
{
    public string Group => "token";

    public Command Build()
    {
        var name = new Argument<string>("name") { Description = "What the token is for" };
        var scope = new Option<string>("--scope") { Description = "read, run (also start and cancel runs) or admin (everything)", DefaultValueFactory = _ => "read" };
        scope.AcceptOnlyFromAmong("read", "run", "admin");
        var user = new Option<string?>("--user") { Description = "User it acts for; the owner unless set", HelpName = "NAME" };
        var days = new Option<int?>("--days") { Description = "Days until it ends; never unless set", HelpName = "DAYS" };
        days.Validators.Add(result =>
        {
            if (result.GetValue(days) is < 1 or > 3650)
            {
                result.AddError($"--days is {result.GetValue(days)} but must be 1 to 3650.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print one JSON document" };
        var command = new Command("create", "Make an API token and print it once") { name, scope, user, days, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await VerbHost.BuildWithStoreAsync(SettingsArguments.Load(parsed), cancellationToken);
            var users = await services.GetRequiredService<UserDirectory>().ListAsync(cancellationToken);
            string? wanted = parsed.GetValue(user);
            if (users.FirstOrDefault(account => wanted is null ? account.Role == Roles.Owner : string.Equals(account.Name, wanted, StringComparison.OrdinalIgnoreCase)) is not { } owner)
            {
                throw new VerbException(wanted is null ? "There is no user yet. Open the pages once, or `user add` one." : $"There is no user \"{wanted}\". `user add` makes one.");
            }

            DateTimeOffset? end = parsed.GetValue(days) is { } count ? services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(count) : null;
            var made = await services.GetRequiredService<IApiTokenStore>().CreateAsync(parsed.GetValue(name)!, ChoiceText.Parse<ApiTokenScope>(parsed.GetValue(scope)!)!.Value, owner.Name, end, cancellationToken);
            await services.GetRequiredService<IAuditLog>().AppendAsync("verb", "token-created", made.Token.Id, $"{made.Token.Name}, {parsed.GetValue(scope)}, for {owner.Name}", cancellationToken);
            if (parsed.GetValue(json))
            {
                parsed.InvocationConfiguration.Output.WriteJson(new { made.Token.Id, made.Token.Name, made.Token.Scope, User = owner.Name, made.Token.ExpiresAt, Token = made.Plain });
            }
            else
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(made.Plain);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
