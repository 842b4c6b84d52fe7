using HemC101.Tracking.People;
using HemC101.Tracking.Storage.Accounts;

namespace HemC101.Tracking.Web.People;

/// <summary>Who is signed in on this request.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor)
{
    private static readonly object Key = new();
    private static readonly object DoubtsKey = new();
    private static readonly object DueKey = new();

    /// <summary>Null on pages that open without sign-in. Roles are those of this very request, not of the sign-in.</summary>
    public Person? Person => accessor.HttpContext?.Items[Key] as Person;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page forgot to ask for it.</exception>
    public Person Required => Person ?? throw new InvalidOperationException("Nobody is signed in on this request.");

    /// <summary>Whether it is really them; none while the session lives and is their own.</summary>
    public IReadOnlyList<ActDoubt> Doubts => accessor.HttpContext?.Items[DoubtsKey] as IReadOnlyList<ActDoubt> ?? [];

    /// <summary>What the person has to choose anew before anything else; empty when nobody is signed in.</summary>
    internal static IReadOnlyList<Credential> Due(HttpContext context) => context.Items[DueKey] as IReadOnlyList<Credential> ?? [];

    /// <param name="context">Of the request.</param>
    /// <param name="account">Whose session it is.</param>
    /// <param name="doubts">Whether it is really them.</param>
    internal static void Set(HttpContext context, PersonAccount account, IReadOnlyList<ActDoubt> doubts)
    {
        context.Items[Key] = account.Person;
        context.Items[DoubtsKey] = doubts;
        context.Items[DueKey] = account.DueSecrets;
    }
}
