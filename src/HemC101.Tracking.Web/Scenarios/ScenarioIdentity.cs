using System.Globalization;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Scenarios;

/// <summary>Name or birth date is corrected; what <c>data</c> does not say stays as it is.</summary>
internal sealed class ScenarioIdentity(ScenarioWorld world)
{
    private static readonly string[] Fields = ["surname", "given_name", "born", "same_as", "reason", "document", "seen"];

    public async Task<ScenarioOutcome> CorrectAsync(ScenarioLine line, CancellationToken ct)
    {
        ScenarioDesk.AllowOnly(line, Fields);
        var chain = await world.ChainAsync(world.Participants[line.Participant].Coi, ct);
        var person = line.Data.GetValueOrDefault("same_as") is { } other ? ScenarioCast.Participant(other)
            : await world.Get<PersonalDataVault>().OpenAsync(world.Database, chain.Subject, chain.PersonalDataHash, ct)
                ?? throw new InvalidOperationException($"The name of {chain.Subject} does not open.");
        person = new PersonalData(
            line.Data.GetValueOrDefault("surname") ?? person.Surname, line.Data.GetValueOrDefault("given_name") ?? person.GivenName, person.Patronymic,
            ScenarioDesk.Day(line, "born") ?? person.BirthDate);
        List<Signer> signers = [];
        foreach (var name in line.By.Count > 0 ? line.By : [nameof(Role.Investigator), nameof(Role.Coordinator)])
        {
            signers.Add(new((await ScenarioCast.GetAsync(world.Database, name, ct)).Person, AuthenticationMethod.BadgeAndPin));
        }

        var input = new CorrectIdentityInput(
            string.Create(CultureInfo.InvariantCulture, $"scenario-{line.Attempt ?? $"{line.Number}"}"), chain.Coi, person,
            line.Data.GetValueOrDefault("seen") ?? chain.PersonalDataHash, line.Data.GetValueOrDefault("reason") ?? "name-changed",
            line.Data.GetValueOrDefault("document") ?? "ID-7", signers);
        return await world.Get<CorrectIdentity>().RunAsync(input, ct) switch
        {
            CorrectIdentityOutcome.Corrected => ScenarioOutcome.Plain,
            CorrectIdentityOutcome.CorrectedBefore => ScenarioOutcome.DoneBefore,
            CorrectIdentityOutcome.Refused refused => ScenarioOutcome.Refused(refused.Reasons),
            var unexpected => throw new InvalidOperationException($"Unexpected outcome {unexpected}."),
        };
    }
}
