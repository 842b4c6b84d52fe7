using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Study;

/// <summary>What a setting speaks of; the headings of the page.</summary>
public enum SettingGroup
{
    Trial,
    Enrolment,
    Apheresis,
    Manufacture,
    Process,
    Specification,
    Ward,
    Tolerance,
    Site,
}

/// <summary>One value that the protocol owner decides. Page, check, signed bytes and documentation are made from these.</summary>
/// <param name="Code">Stands in the ledger beside old and new value; never renamed.</param>
/// <param name="Form">How it is typed, with its bounds.</param>
/// <param name="Source">Where it comes from, as a clause of the domain reference.</param>
/// <param name="Owner">Who answers for it and signs a change, besides quality assurance.</param>
public sealed record Setting(string Code, SettingGroup Group, Field Form, string Source, Role Owner)
{
    /// <summary>A version issued later leaves it alone in batches that are open already; everything else goes by the version in force at the step.</summary>
    public bool BindsAtBatch { get; init; }

    /// <summary>Only a change of such a value makes a version urgent.</summary>
    public bool IsSafety { get; init; }

    /// <summary>Sets were signed before there was such a setting: as long as it says what it said at first, it is no line of what is signed.</summary>
    public bool CameLater { get; init; }

    public required Func<StudySettings, object> Value { get; init; }

    public required Func<StudySettings, object, StudySettings> Change { get; init; }

    public Text Name => Form.Label;

    public Text Unit => Form is NumberField number ? number.UnitName : new("", "");

    /// <summary>The same value is always the same text, in every language.</summary>
    public string Read(StudySettings settings) => RecordText.Of(Value(settings));

    /// <returns>The settings with the new value, or what is wrong with it.</returns>
    public (StudySettings Settings, Text? Fault) Write(StudySettings settings, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return Form.Check(typed, out var value) is { } fault ? (settings, fault) : (Change(settings, value!), null);
    }
}

/// <summary>A code that others read, too: a barcode's part, a company prefix.</summary>
/// <param name="Wanted">What it must look like, said to whoever typed another.</param>
public sealed record CodeField(string Name, Text Label, Text Wanted, Func<string, bool> IsGood) : Field<string>(Name, Label)
{
    public override Text? Check(string raw, out object? value)
    {
        var text = raw.Trim();
        var good = text.Length <= 40 && IsGood(text);
        value = good ? text : null;
        return good ? null : new Text($"«{Label.Ru}»: {Wanted.Ru}.", $"{Label.En}: {Wanted.En}.");
    }
}
