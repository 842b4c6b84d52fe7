using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Tests.Hosting;

/// <summary>A synthetic person with one role.</summary>
/// <param name="Badge">What a scanner reads from the badge.</param>
internal sealed record CrewMember(Role Role, string FullName, string Badge, string Pin);
