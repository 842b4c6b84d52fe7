namespace HemC101.Tracking.Web.Backups;

internal static class BackupsSetup
{
    public static void AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(BackupOptions.Of(configuration));
        services.AddHostedService<BackupKeeper>();
    }
}
