using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;

namespace HemC101.Tracking.Web.House;

/// <summary>Kinds, materials and statuses in the words of the crews.</summary>
internal static class HouseNames
{
    public static Text Of(HouseKind kind) => kind switch
    {
        HouseKind.Equipment => new("Оборудование", "Equipment"),
        HouseKind.Location => new("Места хранения", "Storage positions"),
        HouseKind.MaterialLot => new("Серии материалов", "Material lots"),
        HouseKind.TransportBox => new("Транспортные контейнеры", "Transport boxes"),
        HouseKind.Seal => new("Пломбы", "Seals"),
        HouseKind.Station => new("Рабочие места", "Workstations"),
    };

    public static Text Of(HouseStatus status) => status switch
    {
        HouseStatus.Released => new("Разрешено к применению", "Released"),
        HouseStatus.Quarantine => new("Карантин", "Quarantine"),
        HouseStatus.Rejected => new("Забраковано", "Rejected"),
        HouseStatus.Recalled => new("Отозвано", "Recalled"),
        HouseStatus.Retired => new("Выведено из обращения", "Retired"),
    };

    /// <summary>What the button says that leads to this status.</summary>
    public static Text ActOf(HouseStatus to) => to switch
    {
        HouseStatus.Released => new("Разрешить к применению", "Release"),
        HouseStatus.Quarantine => new("В карантин", "Quarantine"),
        HouseStatus.Rejected => new("Забраковать", "Reject"),
        HouseStatus.Recalled => new("Отозвать", "Recall"),
        HouseStatus.Retired => new("Вывести из обращения", "Retire"),
    };

    public static Text Of(MaterialKind material) => material switch
    {
        MaterialKind.ApheresisKit => new("Набор для афереза", "Apheresis kit"),
        MaterialKind.Anticoagulant => new("Антикоагулянт", "Anticoagulant"),
        MaterialKind.SelectionBeads => new("Магнитные частицы для селекции", "Selection beads"),
        MaterialKind.TubingSet => new("Комплект магистралей", "Tubing set"),
        MaterialKind.ActivationReagent => new("Реагент для активации", "Activation reagent"),
        MaterialKind.Medium => new("Питательная среда", "Medium"),
        MaterialKind.Cytokine => new("Цитокин", "Cytokine"),
        MaterialKind.Vector => new("Вирусный вектор", "Viral vector"),
        MaterialKind.Cryoprotectant => new("Криопротектор", "Cryoprotectant"),
        MaterialKind.DoseBag => new("Пакет для дозы", "Dose bag"),
    };

    /// <summary>Name of the mark's colour and sign in site.css.</summary>
    public static string ToneOf(HouseStatus status) => status switch
    {
        HouseStatus.Released => "good",
        HouseStatus.Quarantine => "warning",
        HouseStatus.Rejected or HouseStatus.Recalled => "stop",
        HouseStatus.Retired => "info",
    };
}
