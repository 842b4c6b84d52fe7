using System.Net;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Access;

/// <summary>The page of every step in the catalogue, and of its entry from paper, for every role: opened, scanned into and signed by a request written by hand.</summary>
[Collection(AccessCollection.Name)]
public sealed class StepMatrixTests(AccessSite access)
{
    /// <summary>Their rounds and the start are taken on the screen at the bed alone, which has its own line in the table of pages.</summary>
    private static readonly string[] AtTheBed = ["bedside.first", "bedside.second", "infusion.start"];

    /// <summary>Those who stand before the participant.</summary>
    private static readonly Role[] KnowTheName =
        [Role.Investigator, Role.Coordinator, Role.ApheresisNurse, Role.ApheresisPhysician, Role.WardNurse];

    private static IEnumerable<Step> Steps => StepCatalogue.All.Concat(BackEntry.All);

    private static IEnumerable<(Step Step, Role Role)> All => from step in Steps from role in Enum.GetValues<Role>() select (step, role);

    [Fact]
    public void Administrator_HoldsNoStep() => Assert.Empty(Steps.Where(step => Takes(step, Role.Administrator)).Select(step => step.Id));

    [Fact]
    public async Task Opened_ByEveryRole_AnswersAsTheCatalogueSays_AndNamesTheParticipantToThoseWhoNeedIt()
    {
        List<string> wrong = [];
        HashSet<Role> told = [];
        foreach (var (step, role) in All)
        {
            using var answer = await access.AskAsync(role, "GET", access.AddressOf(step));
            var expected = IsAtTheBed(step) ? HttpStatusCode.Redirect
                : !Takes(step, role) ? HttpStatusCode.Forbidden
                : access.TargetOf(step) is null ? HttpStatusCode.NotFound
                : HttpStatusCode.OK;
            if (answer.StatusCode != expected)
            {
                wrong.Add($"{step.Id} for {role}: {answer.StatusCode}, not {expected}");
            }

            if ((await answer.Content.ReadAsStringAsync()).Contains(AccessSite.Name, StringComparison.Ordinal))
            {
                told.Add(role);
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(KnowTheName.Order(), told.Order());
    }

    [Theory]
    [InlineData("POST Take")]
    [InlineData("POST Scan")]
    public async Task Posted_ByARoleThatMayNot_IsForbidden_AndLeavesNothing(string handler)
    {
        var before = access.Site.Written();
        List<string> wrong = [];
        foreach (var (step, role) in All.Where(each => !Takes(each.Step, each.Role)))
        {
            using var answer = await access.AskAsync(role, handler, access.AddressOf(step), Form(step, role));
            if (answer.StatusCode != (IsAtTheBed(step) ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden))
            {
                wrong.Add($"{step.Id} by {role}: {answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(before, access.Site.Written());
    }

    [Fact]
    public async Task Posted_AtTheBedsideStepsOwnAddress_TakesNothing_WhoeverSends()
    {
        var before = access.Site.Written();
        foreach (var (step, role) in All.Where(each => IsAtTheBed(each.Step)))
        {
            using var answer = await access.AskAsync(role, "POST Take", access.AddressOf(step), Form(step, role));
            Assert.StartsWith("/Ward/Bedside/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(before, access.Site.Written());
    }

    [Fact]
    public async Task Posted_SignedOut_IsSentToSignIn_AndLeavesNothing()
    {
        var before = access.Site.Written();
        foreach (var step in Steps)
        {
            using var answer = await access.AskAsync(null, "POST Take", access.AddressOf(step), Form(step, Role.Investigator));
            Assert.StartsWith("/Account/SignIn?ReturnUrl=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }

        Assert.Equal(before, access.Site.Written());
    }

    private static bool IsAtTheBed(Step step) => step.Original is null && AtTheBed.Contains(step.Id);

    private static bool Takes(Step step, Role role) => step.Roles.Contains(role) || step.Signatures.Any(demand => demand.Roles.Contains(role));

    /// <summary>Signed as well as the sender can: with their own badge and PIN, for every signature.</summary>
    private IEnumerable<(string Name, string Value)> Form(Step step, Role role) =>
    [
        ("Attempt", $"direct-{step.Id}-{role}"), ("Scanned", HouseStock.Lot(default).ToString()), ("ClientScanId", $"direct-{step.Id}-{role}"),
        .. step.Signatures.SelectMany((_, at) => new[]
        {
            ($"Signers[{at}].Signer", access.Site.Crew(role).Badge), ($"Signers[{at}].Secret", access.Site.Crew(role).Pin),
        }),
    ];
}
