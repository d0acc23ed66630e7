namespace AlphaFactory.Web.Features;

/// <summary>Registers the models of the pages: every sealed class of this namespace whose name ends in Model.</summary>
internal static class PageRegistration
{
    public static IServiceCollection AddPageModels(this IServiceCollection services)
    {
        foreach (var model in typeof(PageRegistration).Assembly.GetTypes().Where(IsModel))
        {
            services.AddTransient(model);
        }

        return services.AddScoped<Settings.SettingsAccess>();
    }

    private static bool IsModel(Type type) =>
        type is { IsClass: true, IsSealed: true, IsAbstract: false }
        && type.Name.EndsWith("Model", StringComparison.Ordinal)
        && type.Namespace?.StartsWith(typeof(PageRegistration).Namespace + ".", StringComparison.Ordinal) == true;
}
