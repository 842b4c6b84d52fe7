using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.People;

/// <summary>Who is signed in on this request.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor)
{
    private static readonly object Key = new();
    private static readonly object DoubtsKey = new();

    /// <summary>Null on pages that open without sign-in. Roles are those of this very request, not of the sign-in.</summary>
    public Person? Person => accessor.HttpContext?.Items[Key] as Person;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot to ask for it.</exception>
    public Person Required => Person ?? throw new InvalidOperationException("Nobody is signed in on this request.");

    /// <summary>Whether it is really them; none while the session lives and is their own.</summary>
    public IReadOnlyList<ActDoubt> Doubts => accessor.HttpContext?.Items[DoubtsKey] as IReadOnlyList<ActDoubt> ?? [];

    internal static void Set(HttpContext context, Person? person, IReadOnlyList<ActDoubt>? doubts = null) =>
        (context.Items[Key], context.Items[DoubtsKey]) = (person, doubts ?? []);
}
