using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Stations;

namespace HemC101.Tracking.Web.House;

/// <summary>The house's people and things. Needs what <see cref="People.PeopleSetup"/> needs.</summary>
internal static class HouseSetup
{
    public static IServiceCollection AddHouse(this IServiceCollection services) => services
        .AddScoped<AccountRecord>()
        .AddSingleton<UnlockAccount>()
        .AddSingleton<EndSessions>()
        .AddSingleton(p => new OpenSessions(
            p.GetRequiredService<Database>(), p.GetRequiredService<AccessSettings>(), p.GetRequiredService<TimeProvider>()))
        .AddSingleton<HouseRecall>()
        .AddSingleton<LiftRecall>()
        .AddSingleton<HouseRegister>();
}
