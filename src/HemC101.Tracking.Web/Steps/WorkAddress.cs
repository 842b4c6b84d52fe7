namespace HemC101.Tracking.Web.Steps;

/// <summary>Where a piece of work is done: the bedside rounds have a screen of their own, every other step its page.</summary>
public static class WorkAddress
{
    private static readonly HashSet<string> AtTheBed = ["bedside.first", "bedside.second", "infusion.start"];

    public static string Of(Work work) => Of(work.Address);

    public static string Of(StepAddress address) => IsAtTheBed(address.Step.Id)
        ? Bedside(address.Coi.ToString(), address.Target)
        : address.Path;

    public static bool IsAtTheBed(string stepId) => AtTheBed.Contains(stepId);

    /// <param name="coi">As it came in an address; what it holds leads nowhere else.</param>
    /// <param name="bag">Likewise.</param>
    public static string Bedside(string coi, string bag) => $"/Ward/Bedside/{Uri.EscapeDataString(coi)}/{Uri.EscapeDataString(bag)}";
    /// <summary>The page of a step, whatever it is done to.</summary>
    public static string PageOf(Tracking.Steps.Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return IsAtTheBed(step.Id) ? "/Ward/Bedside" : $"/{step.Station}/Step/{step.Id}";
    }

}
