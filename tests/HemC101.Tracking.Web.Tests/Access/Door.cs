using System.Net;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Tests.Access;

/// <summary>Who may open one handler of a page, and what they get for an empty form.</summary>
/// <param name="Page">Its path below <c>Pages</c>.</param>
/// <param name="Handlers">One line for handlers that are alike: <c>"GET, POST Take"</c>.</param>
/// <param name="Answer">To those who may.</param>
/// <param name="Roles">Null for a page that asks nobody to sign in.</param>
internal sealed record Door(string Page, string Handlers, HttpStatusCode Answer, IReadOnlyList<Role>? Roles)
{
    public IEnumerable<string> Each => Handlers.Split(", ");

    /// <param name="role">Null for somebody who has not signed in.</param>
    public bool IsOpenTo(Role? role) => Roles is null || (role is { } known && Roles.Contains(known));
}
