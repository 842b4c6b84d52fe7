using HemC101.Tracking.Access;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Web.Steps;
using Microsoft.AspNetCore.Authorization;

namespace HemC101.Tracking.Web.Stations;

/// <summary>How far a session reaches that was opened with one factor at a browser that is no registered station.</summary>
internal sealed class RemoteDoor(Database database, AccessSettings settings)
{
    public const string SecondFactorPage = "/Account/SecondFactor";
    public const string HandOverPage = "/Account/HandOver";

    /// <summary>What a nurse needs for whom a colleague has vouched.</summary>
    private static readonly string[] AtTheBed = ["/Ward", "/Chains", "/ScannerTest", "/Scan"];

    public async Task<RemoteReach> ReachAsync(StationDeviceRow? station, SessionPerson session, CancellationToken ct)
    {
        if (station is not null || settings.Remote == RemotePolicy.Open || session.Proof.IsTwofold)
        {
            return RemoteReach.Everything;
        }

        var hasPasskey = settings.Remote == RemotePolicy.SecondFactor
            && !session.AnyStation
            && (await Passkeys.ListAsync(database, session.Account.StaffNo, ct)).Count > 0;
        return RemoteAccess.Of(settings.Remote, session.Proof, session.Account.Person, session.AnyStation, hasPasskey);
    }

    /// <summary>Routing has looked at the request before. What opens to nobody in particular opens to everybody.</summary>
    public static bool IsWithin(HttpContext context, RemoteReach reach) =>
        reach == RemoteReach.Everything
        || SafetyRequest.Is(context)
        || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || IsHandOver(context)
        || context.GetRouteValue("page") is SecondFactorPage
        || (reach == RemoteReach.Ward && IsAtTheBed(context.Request.Path));

    /// <summary>Where the next person signs in without losing the page's work: for that alone a lapsed session still speaks.</summary>
    public static bool IsHandOver(HttpContext context) => context.GetRouteValue("page") is HandOverPage;

    private static bool IsAtTheBed(PathString path) =>
        path == "/" || AtTheBed.Any(place => path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase));
}
