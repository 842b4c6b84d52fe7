using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Console;

namespace HemC101.Tracking.Web.Operations;

/// <summary>
/// Tells systemd when the site is ready and when it stops, and writes lines with the priorities of its journal. Asked for by the environment
/// of a unit with Type=notify; AddSystemd looks at its parent process instead, which a unit with ProtectProc=invisible does not see.
/// </summary>
internal static class SystemdSetup
{
    private const string Socket = "NOTIFY_SOCKET";

    public static void AddSystemdUnit(this IServiceCollection services)
    {
        if (!OperatingSystem.IsLinux() || string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Socket)))
        {
            return;
        }

        services.Configure<ConsoleLoggerOptions>(options => options.FormatterName = ConsoleFormatterNames.Systemd);
        services.AddSingleton<ISystemdNotifier, SystemdNotifier>();
        services.AddSingleton<IHostLifetime, SystemdLifetime>();
    }
}
