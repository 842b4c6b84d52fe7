using System.Collections.Frozen;

namespace HemC101.Tracking.Lifecycle;

/// <summary>The names of states as people read them.</summary>
public static class StateNames
{
    private static readonly FrozenDictionary<Enum, Text> Names = new Dictionary<Enum, Text>
    {
        [ProductState.Enrolled] = new("Включён", "Enrolled"),
        [ProductState.Ordered] = new("Аферез назначен", "Apheresis ordered"),
        [ProductState.Collecting] = new("Идёт аферез", "Collecting"),
        [ProductState.Collected] = new("Клетки собраны", "Collected"),
        [ProductState.InTransit] = new("В пути", "In transit"),
        [ProductState.Received] = new("Получено лабораторией", "Received"),
        [ProductState.Manufacturing] = new("Производство", "Manufacturing"),
        [ProductState.Formulated] = new("Продукт готов", "Formulated"),
        [ProductState.AwaitingRelease] = new("Ожидает выпуска", "Awaiting release"),
        [ProductState.Released] = new("Серия выпущена", "Released"),
        [ProductState.Split] = new("Разделено на дозы", "Split into doses"),
        [ProductState.Completed] = new("Завершено", "Completed"),
        [ProductState.CollectionFailed] = new("Аферез не состоялся", "Collection failed"),
        [ProductState.ManufacturingFailed] = new("Производство не удалось", "Manufacturing failed"),
        [ProductState.Rejected] = new("Забраковано", "Rejected"),
        [ProductState.SuppliedOutOfSpecification] = new("Передано вне спецификации", "Supplied out of specification"),
        [ProductState.Discontinued] = new("Прекращено", "Discontinued"),

        [CollectionState.Identified] = new("Личность подтверждена", "Identified"),
        [CollectionState.Collecting] = new("Идёт сбор", "Collecting"),
        [CollectionState.Collected] = new("Собрано", "Collected"),
        [CollectionState.InTransit] = new("В пути", "In transit"),
        [CollectionState.Received] = new("Принято", "Received"),
        [CollectionState.Quarantined] = new("Карантин", "Quarantined"),
        [CollectionState.Used] = new("В производстве", "Used"),
        [CollectionState.Aborted] = new("Прервано", "Aborted"),
        [CollectionState.Rejected] = new("Забраковано", "Rejected"),

        [BatchState.InProcess] = new("В производстве", "In process"),
        [BatchState.Formulated] = new("Готова", "Formulated"),
        [BatchState.AwaitingRelease] = new("Ожидает выпуска", "Awaiting release"),
        [BatchState.ReleasedConditionally] = new("Выпущена условно", "Released conditionally"),
        [BatchState.Released] = new("Выпущена", "Released"),
        [BatchState.Failed] = new("Не удалась", "Failed"),
        [BatchState.Rejected] = new("Забракована", "Rejected"),
        [BatchState.SuppliedOutOfSpecification] = new("Передана вне спецификации", "Supplied out of specification"),

        [UnitState.Planned] = new("Запланирована", "Planned"),
        [UnitState.InProgress] = new("Выполняется", "In progress"),
        [UnitState.Completed] = new("Выполнена", "Completed"),
        [UnitState.Failed] = new("Не удалась", "Failed"),

        [BagState.Labelled] = new("Промаркирован", "Labelled"),
        [BagState.Stored] = new("На хранении", "Stored"),
        [BagState.Reserved] = new("Зарезервирован", "Reserved"),
        [BagState.Issued] = new("Выдан", "Issued"),
        [BagState.InTransit] = new("В пути", "In transit"),
        [BagState.OnWard] = new("В отделении", "On ward"),
        [BagState.Cleared] = new("Допущен к размораживанию", "Cleared for thaw"),
        [BagState.Thawing] = new("Размораживается", "Thawing"),
        [BagState.Thawed] = new("Разморожен", "Thawed"),
        [BagState.Verified] = new("Сверен у постели", "Verified"),
        [BagState.Infusing] = new("Вводится", "Infusing"),
        [BagState.Paused] = new("Введение приостановлено", "Paused"),
        [BagState.Infused] = new("Введён", "Infused"),
        [BagState.PartiallyInfused] = new("Введён частично", "Partially infused"),
        [BagState.Returned] = new("Возвращён", "Returned"),
        [BagState.Withheld] = new("Не вводить", "Withheld"),
        [BagState.Expired] = new("Срок истёк", "Expired"),
        [BagState.Damaged] = new("Повреждён", "Damaged"),
        [BagState.Recalled] = new("Отозван", "Recalled"),
        [BagState.Discarded] = new("Уничтожен", "Discarded"),
        [BagState.Retained] = new("Оставлен для исследования", "Retained"),
    }.ToFrozenDictionary();

    public static Text Of(Enum state) => Names[state];
}
