using HemC101.Tracking.Steps;
using static HemC101.Tracking.Web.Infrastructure.Language;

namespace HemC101.Tracking.Web.Papers;

/// <summary>A recorded code in the words under which its step offered it, with the code itself.</summary>
internal static class Choices
{
    public static string Said(string stepId, string field, string code) =>
        StepCatalogue.Find(stepId)?.Record.OfType<ChoiceField>().FirstOrDefault(choice => choice.Name == field) is { } found && T(found.NameOf(code)) is var name && name != code
            ? $"{name} ({code})"
            : code;
}
