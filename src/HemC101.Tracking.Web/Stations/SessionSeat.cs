using HemC101.Tracking.Access;
using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Web.Stations;

/// <summary>The living session of this request, as a feature of it.</summary>
/// <param name="IsHeld">It does not reach the page that was asked for: the person is sent to show more.</param>
internal sealed record SessionSeat(StaffNumber StaffNo, SessionProof Proof, RemoteReach Reach, bool IsHeld)
{
    public static SessionSeat? Of(HttpContext context) => context.Features.Get<SessionSeat>();
}
