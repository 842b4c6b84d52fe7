using HemC101.Tracking.Chain;

namespace HemC101.Tracking.Steps;

/// <summary>What deviations are called, as people choose it.</summary>
public static class DeviationCodes
{
    /// <summary>The assessment that holds what the deviation is about: closing it does not open the way.</summary>
    public const string NotToBeUsed = "not-to-be-used";

    /// <summary>The kinds that a person reports, and those that open by what has happened.</summary>
    public static readonly ChoiceField Kind = new("kind", new("Что отклонилось", "What deviated"),
    [
        new(Deviation.Process, new("Процесс", "Process")),
        new(Deviation.Identity, new("Личность продукта", "Identity of the product")),
        new(Deviation.Custody, new("Передача и хранение", "Custody and storage")),
        new(Deviation.Temperature, new("Температура", "Temperature")),
        new(Deviation.Label, new("Этикетка", "Label")),
        new(Deviation.Count, new("Счёт этикеток не сходится", "The count of labels does not close")),
        new(Deviation.Damaged, new("Повреждение", "Damage")),
        new(Deviation.Clock, new("Время вышло", "Time exceeded")),
        new(Deviation.WrongDay, new("Доза другого дня", "Dose of the other day")),
        new(Deviation.Person, new("Кто действовал", "Who acted")),
        new("equipment", new("Оборудование", "Equipment")),
        new("document", new("Документы", "Documents")),
    ]);

    public static readonly ChoiceField Class = new("class", new("Класс", "Class"),
    [
        new(nameof(DeviationClass.Minor), new("Незначительное", "Minor")),
        new(nameof(DeviationClass.Major), new("Значительное", "Major")),
        new(nameof(DeviationClass.Critical), new("Критическое", "Critical")),
    ]);

    public static readonly ChoiceField Assessment = new("assessment", new("Вывод о продукте", "Conclusion about the product"),
    [
        new("not-affected", new("Продукт не затронут", "The product is not affected")),
        new("accepted", new("Затронут, применение обосновано", "Affected, its use is justified")),
        new(NotToBeUsed, new("Применять нельзя: на это сразу ложится запрет, затем выбраковка", "Not to be used: it is put on hold at once, and rejected next")),
    ]);
}
