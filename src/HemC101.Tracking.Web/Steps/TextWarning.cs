using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Participants;

namespace HemC101.Tracking.Web.Steps;

/// <summary>
/// A text that names the participant is sent on purpose or not at all; a Safety step does not wait for the answer. Only those who know the
/// name anyway are warned, and each warning is recorded: anybody else could guess at the name with it.
/// </summary>
internal static class TextWarning
{
    public const string Code = "name-in-text";

    private static readonly Text Sentence = new(
        "В тексте есть имя или дата рождения участника. Перепишите без них: достаточно номера участника. Если без имени нельзя, отметьте это ниже и отправьте ещё раз.",
        "The text holds the participant's name or birth date. Write it without them, the subject number is enough. If the name has to stand there, say so below and send it again.");

    /// <returns>Null when nothing was found, when it is meant, when the step cannot wait, or when whoever sends it is not told.</returns>
    public static StepOutcome.Refused? Find(RecordValues record, PersonalData participant, StepInput input)
    {
        if (input.IsNameMeant || !Tells(input.SignedIn) || input.Address.Step.Kind == StepKind.Safety)
        {
            return null;
        }

        var named = record.TextFields.Where(text => IsNamed(text.Value, participant)).ToDictionary(text => text.Key, _ => Sentence);
        return named.Count == 0 ? null : new([], named) { WantsNameMeant = true };
    }

    /// <summary>Whether the person may learn that a text of theirs names the participant.</summary>
    public static bool Tells(Person person) => Signatories.MeetParticipants(person);

    /// <param name="record">What is kept.</param>
    /// <param name="participant">Null when the name kept now is not the one enrolled: then nothing can be found.</param>
    /// <param name="input">What was sent.</param>
    public static NameInText Of(RecordValues record, PersonalData? participant, StepInput input) =>
        participant is null || !record.Texts.Any(text => IsNamed(text, participant)) ? NameInText.None
        : input.IsNameMeant && Tells(input.SignedIn) ? NameInText.Meant
        : NameInText.Unasked;

    private static bool IsNamed(FreeText text, PersonalData participant) =>
        NamesInText.Finds(text.Words, [participant.Surname, participant.GivenName, participant.Patronymic], participant.BirthDate);
}
