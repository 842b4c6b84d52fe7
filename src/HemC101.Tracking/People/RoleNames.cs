namespace HemC101.Tracking.People;

/// <summary>The roles in the words of the crews.</summary>
public static class RoleNames
{
    public static Text Name(this Role role) => role switch
    {
        Role.Investigator => new("Врач-исследователь", "Investigator"),
        Role.Coordinator => new("Координатор исследования", "Study coordinator"),
        Role.ApheresisNurse => new("Медсестра афереза", "Apheresis nurse"),
        Role.ApheresisPhysician => new("Врач-трансфузиолог", "Apheresis physician"),
        Role.LabOperator => new("Оператор производства", "Laboratory operator"),
        Role.QualityControl => new("Специалист ОКК", "Quality control"),
        Role.QualifiedPerson => new("Уполномоченное лицо", "Qualified person"),
        Role.QualityAssurance => new("Специалист по обеспечению качества", "Quality assurance"),
        Role.Cryostore => new("Ответственный за криохранилище", "Cryostore keeper"),
        Role.Courier => new("Курьер внутри центра", "Campus courier"),
        Role.WardNurse => new("Медсестра отделения", "Ward nurse"),
        Role.Administrator => new("Администратор", "Administrator"),
    };

    /// <summary>Each of whom may do it.</summary>
    public static Text Names(this IEnumerable<Role> roles)
    {
        IReadOnlyList<Text> names = [.. roles.Select(Name)];
        return new(string.Join(", ", names.Select(name => name.Ru)), string.Join(", ", names.Select(name => name.En)));
    }
}
