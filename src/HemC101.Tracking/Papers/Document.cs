using HemC101.Tracking.Chain;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Papers;

/// <summary>A paper about one chain: what it can be about, who prints it, and what speaks against it.</summary>
public sealed record Document
{
    public required string Id { get; init; }

    public required Text Name { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Null for a copy of the record; a sheet that is written on has a number of its own, and its printing is an event.</summary>
    public SheetKind? Numbered { get; init; }

    public Station Station { get; init; } = Station.Quality;

    /// <summary>Canonical texts of what there is to print about; the empty text for the chain itself.</summary>
    public required Func<ChainState, IEnumerable<string>> Subjects { get; init; }

    /// <summary>Why none is printed about this subject as things stand; null when nothing is in the way.</summary>
    public Func<ChainState, string, Refusal?>? Against { get; init; }

    public bool IsFor(Person person) => Roles.Any(person.Has);

    /// <returns>Null when this person may print it about this subject now.</returns>
    public Refusal? Refusal(ChainState chain, string subject, Person person, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(person);
        var fitting = Roles.Where(person.Has).ToList();
        return fitting.Count == 0 ? Reasons.RoleMissing(Roles)
            : !fitting.Exists(role => person.MayActAs(role, now)) ? Reasons.RoleSuspended(person, fitting[0])
            : !Subjects(chain).Contains(subject) ? DocumentReasons.NothingToPrint
            : Against?.Invoke(chain, subject);
    }
}
