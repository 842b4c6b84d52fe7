using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HemC101.Tracking.People;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Tests.Study;

/// <summary>What may be issued, and whose signatures it takes.</summary>
public sealed class IssueRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly SettingsBook Book = new([new(new(), Now.AddDays(-30), Now.AddDays(-30))]);
    private static readonly SettingsProposal Good = new(new() { Version = "2026-2", MaxThawMinutes = 12 }, null, false, "protocol", "PA-2", 1);

    private static readonly Dictionary<string, SettingsProposal> Bad = new()
    {
        ["settings-stale"] = Good with { After = 0 },
        ["settings-name"] = Good with { Settings = Good.Settings with { Version = "версия 2" } },
        ["settings-name-taken"] = Good with { Settings = Good.Settings with { Version = "demo-1" } },
        ["settings-past"] = Good with { From = Now.AddMinutes(-6) },
        ["settings-far"] = Good with { From = Now.AddDays(367) },
        ["settings-same"] = Good with { Settings = new() { Version = "2026-2" } },
        ["settings-not-urgent"] = Good with { Urgent = true, Settings = new() { Version = "2026-2", EnrolmentCap = 61 } },
        ["settings-value"] = Good with { Settings = Good.Settings with { MinimumAge = 17 } },
        ["settings-rounds"] = Good with { Settings = Good.Settings with { PostThawMinutes = 19 } },
    };

    public static TheoryData<string> Codes => [.. Bad.Keys];

    public static TheoryData<string, string, string> Owners => new()
    {
        { "thaw.max", "12", "Investigator, QualityAssurance" },
        { "fill.tolerance", "0.1", "QualifiedPerson, QualityAssurance" },
        { "spec.viability.min", "75", "QualifiedPerson, QualityAssurance" },
        { "process.UO-01.purity.min", "50", "QualifiedPerson, QualityAssurance" },
        { "site.scanner-required", "true", "Investigator, QualityAssurance" },
        { "trial.dose-code", "YA007", "QualifiedPerson, QualityAssurance" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Proposal_WithOneFault_IsRefusedForThat(string code) =>
        Assert.Equal([code], IssueRules.Refusals(Bad[code], Book, Now).Select(refusal => refusal.Code));

    [Fact]
    public void Proposal_ThatIsGood_MayBeSigned_AtOnceOrFromLater()
    {
        Assert.Empty(IssueRules.Refusals(Good, Book, Now));
        Assert.Empty(IssueRules.Refusals(Good with { Urgent = true }, Book, Now));
        Assert.Empty(IssueRules.Refusals(Good with { From = Now.AddMinutes(-5) }, Book, Now));
        Assert.Empty(IssueRules.Refusals(Good with { From = Now.AddDays(30) }, Book, Now));
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public void Demands_AreOfWhoAnswersForTheChange_AndQuality(string code, string typed, string roles) =>
        Assert.Equal(roles, Demanded(setting => setting.Code == code ? typed : null));

    [Fact]
    public void Demands_OfAChangeOfBothKinds_AreThree() =>
        Assert.Equal(
            "Investigator, QualifiedPerson, QualityAssurance",
            Demanded(setting => setting.Code switch { "thaw.max" => "12", "dose.max" => "140", _ => null }));

    [Fact]
    public void Changes_AreAgainstTheVersionThatItWillFollow()
    {
        var book = new SettingsBook([.. Book.Versions, new(new() { Version = "planned", MaxThawMinutes = 12 }, Now, Now.AddDays(10))]);
        var proposal = Good with { After = 2 };

        Assert.Equal([new("thaw.max", "15", "12")], IssueRules.Changes(proposal, book, Now));
        Assert.Empty(IssueRules.Changes(proposal with { From = Now.AddDays(11) }, book, Now));
    }

    [Fact]
    public void ContentHash_ChangesWithEverythingThatIsSigned()
    {
        SettingsProposal[] all =
        [
            Good, Good with { After = 2 }, Good with { From = Now.AddDays(1) }, Good with { Urgent = true }, Good with { Reason = "safety" },
            Good with { Document = "PA-3" }, Good with { Settings = Good.Settings with { Version = "2026-3" } },
            Good with { Settings = Good.Settings with { Process = Good.Settings.Process with { Version = "MP-2" } } },
            .. SettingsTable.Of(Good.Settings).Where(setting => setting.Group == SettingGroup.Ward)
                .Select(setting => Good with { Settings = setting.Change(Good.Settings, (decimal)setting.Value(Good.Settings) + 1) }),
        ];

        Assert.Equal(all.Length, all.Select(proposal => proposal.ContentHash()).Distinct().Count());
        Assert.Equal(Good.ContentHash(), (Good with { }).ContentHash());
    }

    /// <summary>Sets that were signed before there were settings of labels stay as signed as they were.</summary>
    [Fact]
    public void ContentHash_OfASetThatSaysNothingNewOfLabels_HasNoLineOfThem()
    {
        var before = SettingsTable.Of(Good.Settings).Where(setting => !setting.CameLater).Select(setting => $"{setting.Code}={setting.Read(Good.Settings)}");
        string[] head = ["HemC101.Tracking study settings 1", "1", "2026-2", "", "ordinary", "protocol", "PA-2", Good.Settings.Process.Version, Good.Settings.Specification.Version];
        var signed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(head.Concat(before).Select(line => line + '\n')))));

        Assert.Equal(signed, Good.ContentHash());
        StudySettings[] others =
        [
            Good.Settings with { LabelIdentity = LabelIdentityMode.Coded }, Good.Settings with { LabelIdentity = LabelIdentityMode.FullName },
            Good.Settings with { LabelProfile = LabelProfile.Bmcp180 }, Good.Settings with { LabelEnglish = false },
        ];
        Assert.Equal(5, others.Select(settings => (Good with { Settings = settings }).ContentHash()).Append(signed).Distinct().Count());
    }

    /// <summary>A set in JSON as it was written before there were a least dose and a profile of the cells.</summary>
    [Fact]
    public void Set_SignedBeforeThereWasALeastDose_IsAsSigned_AndKnowsNoLimit()
    {
        string[] later = ["dose.least", "identity.str", "identity.str-loci"];
        string[] members = [nameof(StudySettings.LeastDoseE6PerKg), nameof(StudySettings.StrIdentity), nameof(StudySettings.StrLoci)];
        var written = JsonSerializer.SerializeToNode(Good.Settings)!.AsObject();
        Assert.All(members, member => Assert.True(written.Remove(member), member));
        var read = written.Deserialize<StudySettings>()!;
        var lines = SettingsTable.Of(read).Where(setting => !setting.CameLater).Select(setting => $"{setting.Code}={setting.Read(read)}");
        string[] head = ["HemC101.Tracking study settings 1", "1", "2026-2", "", "ordinary", "protocol", "PA-2", read.Process.Version, read.Specification.Version];

        var signed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(head.Concat(lines).Select(line => line + '\n')))));

        Assert.Equal(signed, (Good with { Settings = read }).ContentHash());
        Assert.DoesNotContain(head.Concat(lines), line => later.Any(code => line.StartsWith($"{code}=", StringComparison.Ordinal)));
        Assert.Equal((0m, false), (read.LeastDoseE6PerKg, read.StrIdentity));
        Assert.Equal(4, new[] { read, read with { LeastDoseE6PerKg = 0.5m }, read with { StrIdentity = true }, read with { StrLoci = 16 } }
            .Select(settings => (Good with { Settings = settings }).ContentHash()).Distinct().Count());
    }

    [Theory]
    [InlineData(Role.Investigator, true)]
    [InlineData(Role.QualifiedPerson, true)]
    [InlineData(Role.QualityAssurance, true)]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.WardNurse, false)]
    public void MayPropose_WhoeverSigns(Role role, bool may) => Assert.Equal(may, IssueRules.MayPropose(Steps.Crew.Of(role)));

    private static string Demanded(Func<Setting, string?> typed)
    {
        var proposal = Good with { Settings = SettingsDraft.Of(new(), "2026-2", typed).Settings };
        return string.Join(", ", IssueRules.Demands(proposal, Book, Now).Select(demand => Assert.Single(demand.Roles)));
    }
}
