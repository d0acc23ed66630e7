using AlphaFactory.Engine.Persistence;
using AlphaFactory.Web.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;

namespace AlphaFactory.Web.Security;

/// <summary>Registers sign-in, tokens, rights and limits.</summary>
internal static class SecurityServiceCollectionExtensions
{
    private const string ByRequest = "by-request";
    private const int HashRounds = 210_000;

    /// <summary>Users and roles without anything of the web: what the verbs need.</summary>
    public static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.AddIdentityCore<AlphaFactoryUser>(options =>
        {
            options.User.AllowedUserNameCharacters = "";
            options.Password = new PasswordOptions { RequiredLength = PassPhrase.MinimumLength, RequiredUniqueChars = 1, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };
            options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
        }).AddRoles<IdentityRole>().AddErrorDescriber<IdentityWords>().AddIdentityStores();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        return services.AddSingleton<UserDirectory>();
    }

    /// <summary>Everything between a request and a page.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services, LoadedSettings settings)
    {
        services.AddUsers();
        new IdentityBuilder(typeof(AlphaFactoryUser), typeof(IdentityRole), services).AddSignInManager();
        services.AddScoped<SignInEvents>();
        services.AddAuthentication(ByRequest)
            .AddPolicyScheme(ByRequest, null, options => options.ForwardDefaultSelector = context => TakesToken(context.Request) ? TokenHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, options => options.ForwardChallenge = options.ForwardForbid = IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.EventsType = typeof(SignInEvents);
                options.LoginPath = "/sign-in";
                options.AccessDeniedPath = "/forbidden";
                options.ReturnUrlParameter = "return";
                options.ExpireTimeSpan = TimeSpan.FromHours(settings.Program.SignInHours);
                options.SlidingExpiration = true;
                options.Cookie.Name = "af-session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            });
        services.AddAuthorization(Policies.Add);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitUser>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "af-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection()
            .SetApplicationName("AlphaFactory")
            .PersistKeysToFileSystem(KeyFolder(settings));
        services.AddRateLimiter(RateLimits.Add);

        // A proxy on this machine may say that the outside speaks https; nobody else is believed.
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor);
        return services;
    }

    /// <summary>The keys that sign cookies: nobody else on this machine may read them.</summary>
    private static DirectoryInfo KeyFolder(LoadedSettings settings)
    {
        string folder = Path.Join(settings.Engine.DataPath, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static bool TakesToken(HttpRequest request) =>
        TokenHandler.IsMeant(request) && (request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/metrics") || request.Path.StartsWithSegments("/openapi") || request.Path.StartsWithSegments("/hubs"));
}
