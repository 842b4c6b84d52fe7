namespace HemC101.Tracking.Web.Stations;

/// <summary>Registered stations and what a browser has to show that is none.</summary>
internal static class StationsSetup
{
    public static IServiceCollection AddStations(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(AccessSettings.Of(configuration))
        .AddSingleton<CurrentStation>()
        .AddSingleton<RemoteDoor>()
        .AddSingleton<StationRegister>();
}
