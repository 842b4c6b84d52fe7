using HemC101.Tracking.Web.Infrastructure;
using Microsoft.AspNetCore.Identity;

namespace HemC101.Tracking.Web.Demo;

internal static class DemoSetup
{
    /// <summary>The demonstration's own secrets stand on its page: hashing them at full strength would only make its first start slow.</summary>
    private const int PasswordIterations = 10_000;

    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DemoStory>();
        return DemoMode.Of(configuration).IsOn
            ? services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations)
            : services;
    }
}
