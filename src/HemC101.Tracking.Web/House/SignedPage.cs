using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.House;

/// <summary>What every page has in common on which people sign something of the house: it counts once, and who is signed in is among the signers.</summary>
internal static class SignedPage
{
    public static readonly Text Stale = new(
        "Эта страница устарела или уже отправлена с другими данными. Ничего не записано. Откройте страницу заново и подпишите.",
        "This page is out of date or was sent before with other data. Nothing was recorded. Open the page anew and sign.");

    public static readonly Text SomebodyElse = new(
        "Вошедший на этом устройстве не подписал. Один из подписывающих – тот, кто вошёл и видел эту страницу.",
        "Whoever is signed in at this device has not signed. One of the signers is the person who is signed in and saw this page.");

    /// <returns>Empty when nothing is wrong with who sent what.</returns>
    public static IEnumerable<Text> Faults(string attempt, IReadOnlyList<Signer> signers, Person signedIn) =>
    [
        .. attempt.Length == 0 ? [Stale] : Array.Empty<Text>(),
        .. signers.Any(signer => signer.Person.Number == signedIn.Number) ? Array.Empty<Text>() : [SomebodyElse],
    ];

    /// <param name="hash">Of what was signed.</param>
    public static IReadOnlyList<Signature> Signatures(IReadOnlyList<SignedAs> signed, DateTimeOffset at, string hash) =>
        [.. signed.Select(item => item.Sign(at, hash))];

    /// <param name="content">Another attempt of this number with other content is refused.</param>
    public static Task FinishAsync(UnitOfWork uow, string attempt, string stream, int version, string content, DateTimeOffset at, CancellationToken ct) =>
        FinishedAttempts.TryFinishAsync(
            uow, new FinishedAttempt { AttemptId = attempt, Stream = stream, Version = version, Content = content, At = at }, ct);
}
