namespace HemC101.Tracking.Web.Steps;

/// <summary>Where a piece of work is done: the bedside rounds have a screen of their own, every other step its page.</summary>
public static class WorkAddress
{
    private static readonly HashSet<string> AtTheBed = ["bedside.first", "bedside.second", "infusion.start"];

    public static string Of(Work work) => AtTheBed.Contains(work.Address.Step.Id)
        ? $"/Ward/Bedside/{work.Address.Coi}/{work.Address.Target}"
        : work.Address.Path;
}
