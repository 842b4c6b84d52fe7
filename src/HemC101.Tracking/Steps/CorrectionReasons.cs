namespace HemC101.Tracking.Steps;

/// <summary>Why a value is corrected; the ledger keeps the code.</summary>
public static class CorrectionReasons
{
    /// <summary>Told in a document, whose number is asked for.</summary>
    internal const string Other = "other";

    /// <summary>Nobody chose it: the value was computed from one that was corrected.</summary>
    internal const string Derived = "derived";

    private static readonly Choice Follows = new(Derived, new("Следует из другого исправления", "Follows from another correction"));

    internal static IReadOnlyList<Choice> All { get; } =
    [
        new("transcription", new("Ошибка при вводе", "Error in entering")),
        new("wrong-field", new("Не то поле или не та единица", "Wrong field or unit")),
        new("misread", new("Неверно считано с прибора или бумаги", "Misread from the device or paper")),
        new("later-known", new("Точные данные получены позже", "The exact value became known later")),
        new(Other, new("Другая, изложена в документе", "Another one, told in the document")),
    ];

    /// <summary>A code that only another version of the program knows is its own name.</summary>
    public static Text Of(string code) => All.Append(Follows).FirstOrDefault(choice => choice.Code == code)?.Name ?? new(code, code);
}
