using HemC101.Tracking.Chain;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Printing;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Labels and house things in people's words.</summary>
public static class LabelNames
{
    public static Text Of(LabelKind kind) => kind switch
    {
        LabelKind.CollectionBag => new("Пакет афереза", "Apheresis bag"),
        LabelKind.InProcessContainer => new("Контейнер серии", "Batch container"),
        LabelKind.DoseBagDay1 => new("Пакет ДЕНЬ 1", "DAY 1 bag"),
        LabelKind.DoseBagDay2 => new("Пакет ДЕНЬ 2", "DAY 2 bag"),
        LabelKind.DoseBagRedesignated => new("Пакет ДЕНЬ 1, переназначен", "DAY 1 bag, re-designated"),
        LabelKind.Wristband => new("Браслет", "Wristband"),
        LabelKind.StaffBadge => new("Бейдж", "Badge"),
        LabelKind.FallbackSet => new("Резервный набор", "Fallback set"),
        LabelKind.HouseThing => new("Табличка", "Plate"),
        _ => PrintNames.Of(kind),
    };

    public static Text Of(PrintState state, Carrier carrier)
    {
        var place = carrier == Carrier.Tag ? new Text("бирка, ", "tag, ") : new Text("", "");
        var name = state switch
        {
            PrintState.Printed => new Text("напечатана, ещё не наклеена", "printed, not applied yet"),
            PrintState.Applied => new Text("наклеена", "applied"),
            PrintState.Superseded => new Text("заменена, недействительна", "superseded, void"),
            PrintState.Destroyed => new Text("уничтожена", "destroyed"),
        };
        return new Text(place.Ru + name.Ru, place.En + name.En);
    }

    public static Text? Of(HouseStatus status) => status switch
    {
        HouseStatus.Released => null,
        HouseStatus.Quarantine => new("карантин", "quarantine"),
        HouseStatus.Rejected => new("забраковано", "rejected"),
        HouseStatus.Recalled => new("отозвано", "recalled"),
        HouseStatus.Retired => new("выведено из работы", "retired"),
    };
}
