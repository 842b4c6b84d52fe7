using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Study;

/// <summary>What is laid before those who sign.</summary>
/// <param name="Settings">The whole set, under its new name.</param>
/// <param name="From">When it takes effect; null for at once.</param>
/// <param name="Urgent">It revokes what was signed under earlier versions and still waits: readiness, GO.</param>
/// <param name="After">How many versions there were when the page was made.</param>
public sealed record SettingsProposal(StudySettings Settings, DateTimeOffset? From, bool Urgent, string Reason, string Document, int After)
{
    private static readonly StudySettings First = new();

    /// <summary>
    /// What is signed: SHA-256 over UTF-8 lines, each ended by LF, in this order: the words <c>HemC101.Tracking study settings 1</c>, the number
    /// of versions before, name, <c>from</c> (as the ledger writes instants; empty for at once), <c>urgent</c> or <c>ordinary</c>, reason,
    /// document, names of process and specification, and a line <c>code=value</c> for every setting of the table, but for one that came later and still says what it said at first.
    /// </summary>
    public string ContentHash()
    {
        string[] head =
        [
            "HemC101.Tracking study settings 1",
            After.ToString(CultureInfo.InvariantCulture),
            Settings.Version,
            From is { } from ? Instants.ToText(from) : "",
            Urgent ? "urgent" : "ordinary",
            Reason,
            Document,
            Settings.Process.Version,
            Settings.Specification.Version,
        ];
        var values = SettingsTable.Of(Settings).Where(setting => !setting.CameLater || setting.Read(Settings) != setting.Read(First)).Select(setting => $"{setting.Code}={setting.Read(Settings)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(head.Concat(values).Select(line => line + '\n')))));
    }

    /// <summary>As it lies in the ledger; to hold its signatures against.</summary>
    /// <returns>Null for what nobody signed.</returns>
    public static SettingsProposal? Of(SettingsVersion version) => version.Issue is { } issue
        ? new(version.Settings, issue.AskedFrom, issue.Urgent, issue.Reason, issue.Document, issue.After)
        : null;
}
