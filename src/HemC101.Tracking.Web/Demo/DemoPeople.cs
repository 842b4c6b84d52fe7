using HemC101.Tracking.People;

namespace HemC101.Tracking.Web.Demo;

/// <summary>One synthetic member of the demonstration's crews. The secrets are printed on the demo page.</summary>
public sealed record DemoPerson(string FullName, string UserName, Role Role, string Pin)
{
    /// <summary>What they hold besides.</summary>
    public IReadOnlyList<Role> AlsoRoles { get; init; } = [];

    public string Password => $"demo-{UserName}-2026";
}

/// <summary>The demonstration's crews: enough of each for every two-person step.</summary>
public static class DemoPeople
{
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("Иванова Ольга Сергеевна", "ivanova", Role.Investigator, "731946"),
        new("Громов Павел Андреевич", "gromov", Role.Investigator, "482057"),
        new("Лебедева Нина Павловна", "lebedeva", Role.Coordinator, "915380"),
        new("Козлова Мария Ильинична", "kozlova", Role.ApheresisNurse, "264819"),
        new("Зайцева Юлия Олеговна", "zaitseva", Role.ApheresisNurse, "370582"),
        new("Орлов Дмитрий Петрович", "orlov", Role.ApheresisPhysician, "618203"),
        new("Белов Игорь Николаевич", "belov", Role.LabOperator, "902471"),
        new("Соколова Анна Викторовна", "sokolova", Role.LabOperator, "153968"),
        new("Макарова Елена Юрьевна", "makarova", Role.QualityControl, "847205"),
        new("Никитин Олег Борисович", "nikitin", Role.QualityControl, "529613"),
        new("Фёдорова Татьяна Львовна", "fedorova", Role.QualifiedPerson, "206184"),
        new("Тихонов Андрей Маркович", "tikhonov", Role.QualifiedPerson, "694037"),
        new("Романова Вера Денисовна", "romanova", Role.QualityAssurance, "380952"),
        new("Гусев Антон Ильич", "gusev", Role.QualityAssurance, "751820"),
        new("Волков Степан Аркадьевич", "volkov", Role.Cryostore, "460739"),
        new("Комарова Лидия Павловна", "komarova", Role.Cryostore, "593208"),
        new("Егоров Максим Романович", "egorov", Role.Courier, "817406"),
        new("Смирнова Дарья Олеговна", "smirnova", Role.WardNurse, "274963"),
        new("Павлова Ирина Глебовна", "pavlova", Role.WardNurse, "635180"),
        new("Виноградова Анна Ильинична", "vinogradova", Role.WardNurse, "908352"),
        new("Администратор Демо", "admin", Role.Administrator, "147305"),
    ];
}
