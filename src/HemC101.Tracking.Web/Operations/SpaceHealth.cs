using HemC101.Tracking.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HemC101.Tracking.Web.Operations;

/// <summary>Whether the disk of the database file has room: warned of below one gigabyte, unfit below 100 megabytes.</summary>
internal sealed class SpaceHealth(Database database) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;
    private const long Little = 1024 * Megabyte;
    private const long TooLittle = 100 * Megabyte;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(database.Address is DatabaseAddress.SqliteFile file ? Of(new DriveInfo(Path.GetFullPath(file.Path)).AvailableFreeSpace) : HealthCheckResult.Healthy());

    internal static HealthCheckResult Of(long free) => free switch
    {
        < TooLittle => HealthCheckResult.Unhealthy($"{free / Megabyte} MB free"),
        < Little => HealthCheckResult.Degraded($"{free / Megabyte} MB free"),
        _ => HealthCheckResult.Healthy($"{free / Megabyte} MB free"),
    };
}
