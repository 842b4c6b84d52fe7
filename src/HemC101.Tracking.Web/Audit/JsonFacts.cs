using System.Text.Json;
using HemC101.Tracking.Storage.Accounts;
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
        ["Basis"] = new("основание", "basis"),
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
        ["Until"] = new("до", "until"),
        ["Credential"] = new("способ входа", "credential"),
    };

    /// <returns>In the order they were written; a list of plain values is one fact.</returns>
    public static IEnumerable<(string Name, string Value)> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Within("", document.RootElement)];
    }

    private static IEnumerable<(string Name, string Value)> Within(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Within(Join(path, Name(member.Name)), member.Value)),
        JsonValueKind.Array when value.EnumerateArray().All(IsPlain) => [(path, string.Join(", ", value.EnumerateArray().Select(Show)))],
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, at) => Within($"{path} {at + 1}", item)),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [(path, Show(value))],
    };

    private static bool IsPlain(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static string Name(string member) => Names.TryGetValue(member, out var name) ? Language.T(name) : member;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path} · {name}";

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Language.T("да", "yes"),
        JsonValueKind.False => Language.T("нет", "no"),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
