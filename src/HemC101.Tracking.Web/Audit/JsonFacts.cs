using System.Text.Json;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Infrastructure;

namespace HemC101.Tracking.Web.Audit;

/// <summary>Any data of the ledger as names and values: what no page was written for is readable all the same.</summary>
internal static class JsonFacts
{
    private static readonly Dictionary<string, Text> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["From"] = new("было", "was"),
        ["To"] = new("стало", "became"),
        ["Instead"] = new("было", "was"),
        ["Roles"] = new("роли", "roles"),
        ["Badge"] = new("бейдж", "badge"),
        ["Method"] = new("подтверждено", "confirmed by"),
        ["Serial"] = new("номер печати", "print serial"),
        [PersonAccount.DigestName] = new("отпечаток имени, PIN и пароля", "fingerprint of name, PIN and password"),
        ["Keys"] = new("ключи", "keys"),
        ["Witness"] = new("засвидетельствовал(а)", "witnessed by"),
        [nameof(PersonAccount.PinState)] = new("чей PIN-код", "whose PIN"),
        [nameof(PersonAccount.PasswordState)] = new("чей пароль", "whose password"),
        ["Fingerprint"] = new("отпечаток", "fingerprint"),
        ["Device"] = new("устройство", "device"),
        ["Workstation"] = new("рабочее место", "workstation"),
        ["Before"] = new("сменился(-лась)", "taken over from"),
        ["For"] = new("за кого", "for"),
        ["Since"] = new("с", "from"),
        ["Until"] = new("до", "until"),
        ["Basis"] = new("основание", "basis"),
        ["Alarm"] = new("тревога", "alarm"),
        ["Group"] = new("кому", "for whom"),
        ["Coi"] = new("цепочка", "chain"),
        ["Bag"] = new("пакет", "bag"),
        ["Call"] = new("вызов", "call"),
        ["StaffNo"] = new("сотрудник", "person"),
        ["Ways"] = new("путь", "way"),
        ["Place"] = new("очередь", "order"),
        [OnCallRow.DigestName] = new("отпечаток адресов", "fingerprint of the addresses"),
        ["Label"] = new("этикетка", "label"),
        ["Printer"] = new("принтер", "printer"),
        ["NewPrinter"] = new("на принтер", "to the printer"),
        ["Was"] = new("было", "was"),
        ["Trouble"] = new("что с принтером", "what was the matter"),
        ["Cancelled"] = new("причина", "reason"),
        ["Credential"] = new("способ входа", "credential"),
    };

    /// <returns>In the order they were written; a list of plain values is one fact.</returns>
    public static IEnumerable<(string Name, string Value)> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Within("", "", document.RootElement)];
    }

    /// <param name="path">Of the names above, in the reader's words.</param>
    /// <param name="member">The last of them, as the ledger spells it.</param>
    /// <param name="value">What stands there.</param>
    private static IEnumerable<(string Name, string Value)> Within(string path, string member, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(inner => Within(Join(path, Name(inner.Name)), inner.Name, inner.Value)),
        JsonValueKind.Array when value.EnumerateArray().All(IsPlain) =>
            [(path, string.Join(", ", value.EnumerateArray().Select(item => Show(member, item))))],
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, at) => Within($"{path} {at + 1}", member, item)),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [(path, Show(member, value))],
    };

    private static bool IsPlain(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string Name(string member) => Names.TryGetValue(member, out var name) ? Language.T(name) : member;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path} · {name}";

    private static string Show(string member, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Language.T("да", "yes"),
        JsonValueKind.False => Language.T("нет", "no"),
        JsonValueKind.String => CodeNames.Find(member, value.GetString()!) is { } name ? Language.T(name) : value.GetString()!,
        _ => value.GetRawText(),
    };
}
