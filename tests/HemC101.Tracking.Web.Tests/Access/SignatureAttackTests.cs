using System.Net;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.People;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HemC101.Tracking.Web.Tests.Access;

/// <summary>Signatures at a hand-over that somebody would like to have made by another person, at another time, or over something else.</summary>
public sealed class SignatureAttackTests : IAsyncLifetime
{
    private const string Forged = "00000000000000000000000000000000000000000000000000000000deadbeef";

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    private CrewMember Nurse => _site.Crew(Role.ApheresisNurse);

    private CrewMember Courier => _site.Crew(Role.Courier);

    public async Task InitializeAsync() => _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.disconnect"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Payload_WrittenByHand_IsNotBelieved()
    {
        using var tablet = await ScannedAsync();

        using var answer = await TakeAsync(
            tablet, [(Nurse.Badge, Nurse.Pin), (Courier.Badge, Courier.Pin)],
            ("Signers[0].Role", "QualifiedPerson"), ("Signers[0].FullName", "Somebody Else"), ("Signers[0].Method", "Password"),
            ("Signers[0].Person.FullName", "Somebody Else"), ("Signers[0].Person.Roles[0]", "QualifiedPerson"), ("Signers[0].ContentHash", Forged),
            ("Signatures[0].ContentHash", Forged), ("ContentHash", Forged), ("SignedIn", "Somebody Else"), ("Screen.Facts.Now", "2020-01-01T00:00:00Z"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var taken = (await _site.HistoryAsync(Coi)).Last(happened => happened.What is CollectionHandedOver).Act;
        Assert.Equal(
            [(Nurse.Person.FullName, Role.ApheresisNurse), (Courier.Person.FullName, Role.Courier)],
            taken.Signatures.Select(signature => (signature.FullName, signature.Role)));
        Assert.All(taken.Signatures, signature =>
        {
            Assert.Equal(AuthenticationMethod.BadgeAndPin, signature.Method);
            Assert.Matches("^[0-9a-f]{64}$", signature.ContentHash);
            Assert.NotEqual(Forged, signature.ContentHash);
            Assert.Equal(_site.Time.GetUtcNow(), signature.At, TimeSpan.FromSeconds(1));
        });
    }

    [Fact]
    public async Task Signature_OfOneStep_SaysNothingOfAnother()
    {
        using var tablet = await ScannedAsync();
        using var taken = await TakeAsync(tablet, [(Nurse.Badge, Nurse.Pin), (Courier.Badge, Courier.Pin)]);

        var hashes = (await _site.HistoryAsync(Coi)).Where(happened => happened.Act.Signatures.Count > 0)
            .GroupBy(happened => happened.Act.StepId).Select(step => step.First().Act.Signatures[0].ContentHash).ToList();

        Assert.True(hashes.Count > 3);
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public async Task Verifier_WhoIsThePerformerUnderTheOtherCredential_IsRefused()
    {
        using var tablet = await ScannedAsync();

        using var answer = await TakeAsync(
            tablet, [(Nurse.Badge, Nurse.Pin), ("apheresisnurse1", "password of ApheresisNurse 1")]);

        Assert.Contains("один и тот же человек", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        await AssertNotHandedOverAsync();
    }

    [Fact]
    public async Task Copy_OfABadgeThatWasIssuedAnew_SignsNothing_ThoughItsPinIsKnown()
    {
        using var tablet = await ScannedAsync();
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PersonAdmin>().ReplaceBadgeAsync(Courier.Person.Number, default);
        }

        using var answer = await TakeAsync(tablet, [(Nurse.Badge, Nurse.Pin), (Courier.Badge, Courier.Pin)]);

        Assert.Contains("Этот бейдж заменён новым", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        await AssertNotHandedOverAsync();
    }

    [Fact]
    public async Task SignedInSession_Alone_SignsNothing()
    {
        using var tablet = await ScannedAsync();

        using var answer = await TakeAsync(tablet, [(Nurse.Badge, ""), (Courier.Badge, "")]);

        Assert.Contains("Нужны обе части", await Tablet.SaysAsync(answer), StringComparison.Ordinal);
        await AssertNotHandedOverAsync();
    }

    [Fact]
    public async Task Pin_GuessedWhileSigning_IsLocked_AndStaysLockedAfterARestart()
    {
        using var tablet = await ScannedAsync();
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await TakeAsync(tablet, [(Nurse.Badge, Nurse.Pin), (Courier.Badge, "000000")]);
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        await using var restarted = _site.WithWebHostBuilder(_ => { });
        await using var scope = restarted.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<Signatory>().AuthenticateAsync(Courier.Badge, Courier.Pin, default);

        Assert.IsType<Authentication.Failed>(answer);
        await AssertNotHandedOverAsync();
    }

    private async Task AssertNotHandedOverAsync() => Assert.DoesNotContain(await _site.HistoryAsync(Coi), happened => happened.What is CollectionHandedOver);

    private async Task<Tablet> ScannedAsync()
    {
        var tablet = await _site.TabletAsync(Role.ApheresisNurse);
        foreach (var raw in new[]
        {
            await _site.CollectionSymbolAsync(Coi), HouseStock.Of(HouseKind.TransportBox, 1, 0).ToString(), HouseStock.Of(HouseKind.Seal, 1, 0).ToString(),
        })
        {
            using var taken = await tablet.ScanAsync(await StepAsync(), "one", raw);
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        return tablet;
    }

    private async Task<HttpResponseMessage> TakeAsync(
        Tablet tablet, IReadOnlyList<(string Who, string Secret)> signers, params IReadOnlyList<(string Name, string Value)> more) =>
        await tablet.PostAsync(
            await StepAsync(), "Take",
            [
                ("Attempt", "one"), ("logger", "LOG-1"), ("max_minutes", "120"), .. more,
                .. signers.SelectMany((signer, at) => new[] { ($"Signers[{at}].Signer", signer.Who), ($"Signers[{at}].Secret", signer.Secret) }),
            ]);

    private async Task<string> StepAsync() =>
        Tablet.Step("Transport", "collection.hand-over", Coi, (await _site.ChainAsync(Coi)).Collections[0].Donation.ToString());
}
