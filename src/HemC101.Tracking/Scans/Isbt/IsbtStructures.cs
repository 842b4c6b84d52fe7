namespace HemC101.Tracking.Scans.Isbt;

/// <summary>The structures of ST-001 that may meet a reader here, whether or not it reads them.</summary>
internal static class IsbtStructures
{
    public const int CompoundMessage = 23;

    private static readonly IsbtStructure[] All =
    [
        new(1, "=", 15, new("номер донации", "donation identification number"), DonationValue.Read),
        new(2, "=%", 4, new("группа крови", "blood group"), BloodGroupValue.Read),
        new(3, "=<", 8, new("код продукта", "product code"), ProductValue.Read),
        new(4, "=>", 6, new("срок годности без времени", "expiry date without time"), content => DayValue.Read(4, content)),
        new(5, "&>", 10, new("срок годности", "expiry date and time"), content => MinuteValue.Read(5, content)),
        new(6, "=*", 6, new("дата сбора", "collection date"), content => DayValue.Read(6, content)),
        new(7, "&*", 10, new("дата и время сбора", "collection date and time"), content => MinuteValue.Read(7, content)),
        new(8, "=}", 6, new("дата производства", "production date"), content => DayValue.Read(8, content)),
        new(9, "&}", 10, new("дата и время производства", "production date and time"), content => MinuteValue.Read(9, content)),
        new(10, "&(", 5, new("результаты исследований", "special testing")),
        new(12, "=\\", 18, new("антигены эритроцитов", "red cell antigens")),
        new(17, "=)", 10, new("изготовитель и каталожный номер контейнера", "container manufacturer and catalogue number"), ContainerItemValue.Read),
        new(18, "&)", 10, new("серия контейнера", "container lot"), content => LotValue.Read(18, content)),
        new(19, "=;", 21, new("номер донора", "donor identification number"), DonorValue.Read),
        new(20, "='", 11, new("номер сотрудника", "staff member number"), StaffValue.Read),
        new(21, "=-", 10, new("изготовитель и каталожный номер материала", "item manufacturer and catalogue number"), ItemValue.Read),
        new(22, "&-", 10, new("серия материала", "item lot"), content => LotValue.Read(22, content)),
        new(CompoundMessage, "=+", 5, new("составное сообщение", "compound message")),
        new(24, "=#", 10, new("дата рождения пациента", "patient date of birth"), BirthDateValue.Read),
        new(25, "&#", 0, new("номер пациента", "patient identification number"), PatientNumberValue.Read),
        new(26, "=]", 6, new("срок годности (месяц и год)", "expiry month and year")),
        new(27, "&\"", 18, new("маркеры инфекций", "infection markers")),
        new(28, "=$", 16, new("номер отправки", "product consignment"), ConsignmentValue.Read),
        new(29, "&$", 0, new("размеры и объём", "dimensions")),
        new(31, "=(", 16, new("дата и время с часовым поясом", "flexible date and time"), FlexibleTimeValue.Read),
        new(32, "=,", 6, new("деление продукта", "product divisions"), DivisionsValue.Read),
        new(33, "&+", 11, new("код производственной площадки", "processing facility information code"), ProcessingFacilityValue.Read),
        new(34, "=/", 16, new("код продукта переработчика", "processor product identification code"), ProcessorProductValue.Read),
        new(35, "&,1", 18, new("номер серии", "lot number"), content => LotValue.Read(35, content)),
        new(36, "&,2", 18, new("номер экземпляра этикетки", "label serial number"), content => LotValue.Read(36, content)),
        new(37, "&,3", 19, new("прежний номер донора костного мозга (GRID)", "retired donor registration identifier (GRID)")),
        new(38, "&,4", 40, new("единый европейский код", "Single European Code")),
        new(39, "&:", 19, new("номер донора костного мозга (GRID)", "global registration identifier for donors (GRID)")),
        new(40, "&/", 15, new("код цепочки идентичности", "chain of identity identifier"), CoiValue.Read),
        new(0, "&;", 0, new("национальный номер донора", "national donor number")),
        new(0, "&!", 0, new("конфиденциальное исключение", "confidential unit exclusion")),
    ];

    private static readonly IsbtStructure?[] ByNumber = Index(structure => structure.Number > 0 ? structure.Number : null);
    private static readonly IsbtStructure?[] AfterEquals = Index(structure => Second(structure, '=', 2));
    private static readonly IsbtStructure?[] AfterAmpersand = Index(structure => Second(structure, '&', 2));
    private static readonly IsbtStructure?[] AfterComma = Index(structure => structure.Identifier is ['&', ',', var third] ? third : null);

    public static IEnumerable<IsbtStructure> Known => All;

    public static IsbtStructure Get(int number) =>
        ByNumber[number] ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such data structure is read here.");

    /// <returns>The structure whose identifier begins <paramref name="text"/>; null when none does.</returns>
    public static IsbtStructure? At(ReadOnlySpan<char> text) => text switch
    {
        ['=', (>= '1' and <= '9') or (>= 'A' and <= 'Z' and not 'O'), ..] => ByNumber[1],
        ['=', < (char)128, ..] => AfterEquals[text[1]],
        ['&', ',', < (char)128, ..] => AfterComma[text[2]],
        ['&', < (char)128, ..] => AfterAmpersand[text[1]],
        _ => null,
    };

    private static int? Second(IsbtStructure structure, char first, int length) =>
        structure.Identifier.Length == length && structure.Identifier[0] == first ? structure.Identifier[1] : null;

    private static IsbtStructure?[] Index(Func<IsbtStructure, int?> key)
    {
        var index = new IsbtStructure?[128];
        foreach (var structure in All)
        {
            if (key(structure) is { } at)
            {
                index[at] = structure;
            }
        }

        return index;
    }
}
