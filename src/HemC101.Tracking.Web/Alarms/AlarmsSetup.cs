using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Alarms;

/// <summary>What watches, whom it calls and how.</summary>
public static class AlarmsSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddAlarms(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(AlarmOptions.Of(configuration));
        if (MailOptions.Of(configuration) is { } mail)
        {
            services.AddSingleton<IMessenger>(new MailMessenger(mail));
        }

        if (WebhookOptions.Of(configuration) is { } webhook)
        {
            services.AddSingleton<IMessenger>(provider => new WebhookMessenger(webhook, Client(), provider.GetRequiredService<TimeProvider>()));
        }

        if (DemoMode.Of(configuration).IsOn)
        {
            services.AddSingleton<IMessenger>(new FolderMessenger(Path.Combine(dataDirectory, "sent")));
        }

        services.AddSingleton<AlarmBoard>();
        services.AddSingleton<AlarmDesk>();
        services.AddSingleton<OnCallDesk>();
        services.AddSingleton(provider => new AlarmOverview(provider.GetRequiredService<Database>(), provider.GetServices<IMessenger>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AlarmClocks>();
        services.AddSingleton<AlarmCalls>();
        services.AddSingleton<AlarmSender>();
        services.AddHostedService<AlarmDispatcher>();
        return services;
    }

    /// <summary>Follows nobody elsewhere: what is signed goes to the address that was configured.</summary>
    internal static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLife }) { Timeout = Patience };
}
