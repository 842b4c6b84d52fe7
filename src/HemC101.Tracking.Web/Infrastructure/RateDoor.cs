using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>
/// Holds back sign-ins from one address and scans of one session. Nothing else is counted: a step is taken by its Take form, so that a
/// pause, a stop, an end or a reaction never waits.
/// </summary>
internal static class RateDoor
{
    private const int SegmentsOfAMinute = 6;
    private const int BytesOfAnIPv6Network = 8;

    /// <summary>Pages whose forms take a secret of somebody who is not signed in yet.</summary>
    private static readonly HashSet<string> SignIns = ["/Account/SignIn", "/Account/SecondFactor", "/Account/HandOver", "/Account/Station"];

    /// <summary>The handlers that read a code: page, then name.</summary>
    private static readonly HashSet<string> Scanning = new(StringComparer.OrdinalIgnoreCase)
    {
        "/Scan ", "/Work/Step Scan", "/Ward/Bedside Open", "/Ward/Bedside Scan", "/ScannerTest/Index Scan", "/CellStore/Count Scan", "/Apheresis/Fallback Scan",
    };

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = RateLimits.Of(configuration);
        return services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, limits));
            options.OnRejected = (rejected, _) =>
            {
                Refuse(rejected);
                return ValueTask.CompletedTask;
            };
        });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, RateLimits limits) => PageOf(context) switch
    {
        { } page when SignIns.Contains(page) => PerMinute($"sign-in {NetworkOf(context.Connection.RemoteIpAddress)}", limits.SignInsPerMinute),
        { } page when Scanning.Contains($"{page} {context.Request.Query["handler"]}") => PerMinute($"scan {SessionOf(context)}", limits.ScansPerMinute),
        _ => RateLimitPartition.GetNoLimiter(""),
    };

    private static RateLimitPartition<string> PerMinute(string who, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        who,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = SegmentsOfAMinute });

    /// <returns>Null for what is no posted form of a page.</returns>
    private static string? PageOf(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        ? context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath
        : null;

    private static string SessionOf(HttpContext context) => context.User.FindFirstValue(SignInDesk.SessionClaim) ?? NetworkOf(context.Connection.RemoteIpAddress);

    /// <summary>One caller may use every address of its IPv6 network (RFC 4291 §2.5.4: 64 bits of it are the interface's).</summary>
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfAnIPv6Network)),
        _ => address.ToString(),
    };

    private static void Refuse(OnRejectedContext rejected)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > TimeSpan.Zero ? after : Window / SegmentsOfAMinute;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Features.Set(PageOf(context) is { } page && SignIns.Contains(page) ? DoorRefusal.TooManySignIns(seconds) : DoorRefusal.TooManyScans(seconds));
    }
}
