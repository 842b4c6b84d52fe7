using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>
/// Keys that open the names of participants lie twice outside the site, sealed, as long as the link of product and patient has to hold
/// (thirty years). Until that was proven, and proven again every year, nobody is enrolled.
/// </summary>
public static class KeyEscrow
{
    /// <summary>A year, and a month to do it in.</summary>
    private static readonly TimeSpan HoldsFor = TimeSpan.FromDays(396);

    public static readonly IReadOnlyList<SignatureDemand> Signatures =
        [new(Meaning.Performed, Role.Administrator), new(Meaning.Witnessed, Role.QualityAssurance, Role.QualifiedPerson)];

    public static readonly Refusal NotProven = new("keys-not-kept", new(
        "Ключи, открывающие имена участников, не подтверждены двумя копиями вне системы, или подтверждение старше года. Никто не включён. "
        + "Попросите администратора и службу качества выполнить на сервере команду keys escrow.",
        "The keys that open the names of participants are not proven to be kept in two copies elsewhere, or the proof is more than a year old. Nobody was "
        + "enrolled. Ask the administrator and quality assurance to run the command keys escrow on the server."));

    /// <param name="ring">Identifiers of all keys that the site may seal or open names with.</param>
    /// <param name="proven">What the last proof found in both copies; null when there was none.</param>
    /// <param name="provenAt">When that was.</param>
    /// <param name="now">Of the enrolment.</param>
    public static bool IsProven(IEnumerable<string> ring, IReadOnlyCollection<string>? proven, DateTimeOffset provenAt, DateTimeOffset now) =>
        proven is not null && ring.All(proven.Contains) && now - provenAt <= HoldsFor;
}
