using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Registry;

namespace HemC101.Tracking.Web.Printing;

/// <summary>What stands on the labels that belong to no participant: badges, places, devices, lots, boxes, seals, stations.</summary>
internal static class HouseLabelFields
{
    /// <summary>A badge says what a person mostly is; what they may do is asked of the account, never of the badge.</summary>
    private const int RolesShown = 2;

    public static async Task<Dictionary<string, string>> BadgeAsync(Source source, StaffNumber staff, CancellationToken ct)
    {
        var account = await PersonAccounts.FindAsync(source, staff, ct)
            ?? throw LabelContents.Missing("person", new("Такого сотрудника нет. Отмените задание.", "There is no such person. Cancel the job."));
        return new()
        {
            ["person"] = account.FullName,
            ["role"] = string.Join(", ", account.Roles.Order().Take(RolesShown).Select(role => role.Name().Ru)),
            ["code"] = staff.ToString(),
            ["code_check"] = Check(staff.ToString()),
        };
    }

    public static async Task<Dictionary<string, string>> ThingAsync(Source source, HouseId id, CancellationToken ct)
    {
        var thing = await HouseThings.FindAsync(source, id, ct)
            ?? throw LabelContents.Missing("name", new("Такого объекта нет в реестре. Отмените задание.", "There is no such thing in the registry. Cancel the job."));
        return new()
        {
            ["name"] = thing.NameRu,
            ["code"] = id.Content,
            ["code_check"] = Check(id.Content),
        };
    }

    internal static string Check(string text) => CheckCharacter.Mod37(text).ToString();
}
