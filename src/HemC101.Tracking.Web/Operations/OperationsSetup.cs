using System.Text.Json;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Infrastructure;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HemC101.Tracking.Web.Operations;

/// <summary>What those see who run the site: health at <c>/health/live</c> and <c>/health/ready</c>, and telemetry where it is asked for.</summary>
internal static class OperationsSetup
{
    private const string Endpoint = "Telemetry:Endpoint";

    /// <exception cref="SettingFault">The endpoint for telemetry is no address.</exception>
    public static void AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<PrintQueueMeter>();
        services.AddHostedService<Soundness>();
        services.AddHostedService<ChainsAtRest>();
        services.AddSingleton<ClockWatch>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<SpaceHealth>("space")
            .AddCheck<ClockHealth>("clock")
            .AddCheck<SealHealth>("seals")
            .AddCheck<KeyRingHealth>("keys");
        if (CollectorOf(configuration) is not { } collector)
        {
            return;
        }

        services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(SiteMeter.Name, StorageMeter.Name).AddAspNetCoreInstrumentation().AddOtlpExporter(otlp => otlp.Endpoint = collector))
            .WithTracing(traces => traces.AddSource(SiteMeter.Name, StorageMeter.Name).AddAspNetCoreInstrumentation().AddOtlpExporter(otlp => otlp.Endpoint = collector));
    }

    /// <returns>Null where no telemetry is asked for.</returns>
    /// <exception cref="SettingFault">The endpoint is no address.</exception>
    public static Uri? CollectorOf(IConfiguration configuration) =>
        configuration[Endpoint] is not { Length: > 0 } address ? null
        : Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri
        : throw new SettingFault(new(
            $"{Endpoint}: «{address}», а нужен адрес сборщика OpenTelemetry, например http://localhost:4317.",
            $"{Endpoint} is \"{address}\": it has to be the address of an OpenTelemetry collector, such as http://localhost:4317."));

    /// <summary>Open to everybody who reaches the site: a proxy has no badge. They say states and numbers, nothing of people.</summary>
    public static void MapOperations(this IEndpointRouteBuilder endpoints)
    {
        // It watches from now on, and not from when it is first asked.
        endpoints.ServiceProvider.GetRequiredService<ClockWatch>();
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new { status = report.Status.ToString(), checks = report.Entries.ToDictionary(entry => entry.Key, entry => $"{entry.Value.Status}: {entry.Value.Description}".TrimEnd(':', ' ')) },
            JsonSerializerOptions.Web);
}
