using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.People;

/// <summary>Who is signed in on this request.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor)
{
    private static readonly object Key = new();

    /// <summary>Null on pages that open without sign-in. Roles are those of this very request, not of the sign-in.</summary>
    public Person? Person => accessor.HttpContext?.Items[Key] as Person;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot to ask for it.</exception>
    public Person Required => Person ?? throw new InvalidOperationException("Nobody is signed in on this request.");

    internal static void Set(HttpContext context, Person? person) => context.Items[Key] = person;
}
