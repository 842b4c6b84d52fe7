using HemC101.Tracking.Alarms;
using HemC101.Tracking.People;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Printing;

namespace HemC101.Tracking.Web.Audit;

/// <summary>Codes that stand in the ledger under a name of their own, in people's words.</summary>
internal static class CodeNames
{
    private static readonly Dictionary<string, Func<string, Text?>> ByMember = new(StringComparer.Ordinal)
    {
        [nameof(PersonAccount.PinState)] = StateOf,
        [nameof(PersonAccount.PasswordState)] = StateOf,
        ["Credential"] = CredentialOf,
        ["Roles"] = RoleOf,
        ["Instead"] = RoleOf,
        ["Group"] = code => Enum.TryParse<AlarmGroup>(code, out var group) && Enum.IsDefined(group) ? group.Name() : null,
        ["Ways"] = code => Enum.TryParse<AlarmChannel>(code, out var way) && Enum.IsDefined(way) ? way.Name() : null,
        ["Label"] = code => Enum.TryParse<LabelKind>(code, out var kind) && Enum.IsDefined(kind) ? PrintNames.Of(kind) : null,
        ["Was"] = code => Enum.TryParse<PrintJobState>(code, out var state) && Enum.IsDefined(state) ? PrintNames.Of(state) : null,
        ["Trouble"] = code => Enum.TryParse<PrintTrouble>(code, out var trouble) && Enum.IsDefined(trouble) ? TroubleNames.Of(trouble) : null,
        ["Cancelled"] = code => Enum.TryParse<PrintCancelReason>(code, out var reason) && Enum.IsDefined(reason) ? TroubleNames.Of(reason) : null,
        ["Alarm"] = code => Enum.TryParse<AlarmKind>(code, out var kind) && Enum.IsDefined(kind) ? AlarmBook.Of(kind).SaysUrgent : null,
    };

    /// <returns>Null for what is no code, and for one that this program does not know.</returns>
    public static Text? Find(string member, string code) => ByMember.GetValueOrDefault(member)?.Invoke(code);

    private static Text? StateOf(string code) => Enum.TryParse<SecretState>(code, out var state) && Enum.IsDefined(state) ? state.Name() : null;

    private static Text? RoleOf(string code) => Enum.TryParse<Role>(code, out var role) && Enum.IsDefined(role) ? role.Name() : null;

    private static Text? CredentialOf(string code) => Enum.TryParse<Credential>(code, out var credential) && Enum.IsDefined(credential)
        ? credential switch
        {
            Credential.Pin => new("PIN-код", "PIN"),
            Credential.Password => new("пароль", "password"),
        }
        : null;
}
