using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.People;

public static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddShell(configuration);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentPerson>();
        return services;
    }

    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) => app.UseShell();
}
