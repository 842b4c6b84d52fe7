using System.Collections.Frozen;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Infrastructure;

/// <summary>
/// A place of work. <c>Path</c> is the first part of its pages' address, <c>Code</c> the name of its colour in site.css.
/// </summary>
public sealed record Station(string Path, string Code, Text Name, FrozenSet<Role> Crew)
{
    /// <summary>In the order of the cells' way.</summary>
    public static IReadOnlyList<Station> All { get; } =
    [
        Of("/Enrolment", "enrolment", new("Включение", "Enrolment"), Role.Investigator, Role.Coordinator),
        Of("/Apheresis", "apheresis", new("Аферез", "Apheresis"), Role.ApheresisNurse, Role.ApheresisPhysician),
        Of("/Transport", "transport", new("Перевозка", "Transport"),
            Role.Courier, Role.ApheresisNurse, Role.LabOperator, Role.Cryostore, Role.WardNurse),
        Of("/Laboratory", "laboratory", new("Лаборатория", "Laboratory"), Role.LabOperator),
        Of("/Quality", "quality", new("Качество", "Quality"), Role.QualityControl, Role.QualifiedPerson, Role.QualityAssurance),
        Of("/CellStore", "cellstore", new("Криохранилище", "Cell store"), Role.Cryostore),
        Of("/Ward", "ward", new("Отделение", "Ward"), Role.WardNurse, Role.Investigator),
        Of("/Chains", "chains", new("Цепочки", "Chains"), Enum.GetValues<Role>()),
        Of("/Labels", "labels", new("Этикетки", "Labels"),
            Role.Coordinator, Role.ApheresisNurse, Role.LabOperator, Role.Cryostore, Role.WardNurse, Role.QualityAssurance, Role.Administrator),
        Of("/Administration", "administration", new("Управление", "Administration"), Role.Administrator, Role.QualityAssurance),
    ];

    public static IEnumerable<Station> For(IReadOnlySet<Role> roles) => All.Where(station => station.Crew.Overlaps(roles));

    public static Station? At(PathString path) => All.FirstOrDefault(station => path.StartsWithSegments(station.Path, StringComparison.OrdinalIgnoreCase));

    private static Station Of(string path, string code, Text name, params Role[] crew) => new(path, code, name, crew.ToFrozenSet());
}
