using System.Text.RegularExpressions;

namespace HemC101.Tracking.Scans;

/// <summary>One ISBT 128 data structure (ST-001).</summary>
/// <param name="Length">Characters after the identifier; null when the content states its own length.</param>
internal sealed record IsbtStructure(string Number, string Identifier, int? Length, Text Name);

/// <summary>The structures of ST-001 that may meet a reader here, whether or not a step wants them.</summary>
internal static partial class IsbtStructures
{
    /// <summary>DS 001: its identifier is <c>=</c> alone, followed directly by the facility number.</summary>
    public static IsbtStructure Donation { get; } = new("001", "=", 15, new("номер донации", "donation identification number"));

    private static readonly IsbtStructure[] Others =
    [
        new("002", "=%", 4, new("группа крови", "blood group")),
        new("003", "=<", 8, new("код продукта", "product code")),
        new("004", "=>", 6, new("срок годности без времени", "expiry date without time")),
        new("005", "&>", 10, new("срок годности", "expiry date and time")),
        new("006", "=*", 6, new("дата сбора", "collection date")),
        new("007", "&*", 10, new("дата и время сбора", "collection date and time")),
        new("008", "=}", 6, new("дата производства", "production date")),
        new("009", "&}", 10, new("дата и время производства", "production date and time")),
        new("010", "&(", 5, new("результаты исследований", "special testing")),
        new("012", "=\\", 18, new("антигены эритроцитов", "red cell antigens")),
        new("017", "=)", 10, new("изготовитель и каталожный номер контейнера", "container manufacturer and catalogue number")),
        new("018", "&)", 10, new("серия контейнера", "container lot")),
        new("019", "=;", 21, new("номер донора", "donor identification number")),
        new("020", "='", 11, new("номер сотрудника", "staff member number")),
        new("021", "=-", 10, new("изготовитель и каталожный номер материала", "item manufacturer and catalogue number")),
        new("022", "&-", 10, new("серия материала", "item lot")),
        new("023", "=+", 5, new("составное сообщение", "compound message")),
        new("024", "=#", 10, new("дата рождения пациента", "patient date of birth")),
        new("025", "&#", null, new("номер пациента", "patient identification number")),
        new("026", "=]", 6, new("срок годности (месяц и год)", "expiry month and year")),
        new("027", "&\"", 18, new("маркеры инфекций", "infection markers")),
        new("028", "=$", 16, new("номер отправки", "product consignment")),
        new("029", "&$", null, new("размеры и объём", "dimensions")),
        new("031", "=(", 16, new("дата и время с часовым поясом", "flexible date and time")),
        new("032", "=,", 6, new("деление продукта", "product divisions")),
        new("033", "&+", 11, new("код производственной площадки", "processing facility information code")),
        new("034", "=/", 16, new("код продукта переработчика", "processor product identification code")),
        new("035", "&,1", 18, new("номер серии", "lot number")),
        new("036", "&,2", 18, new("номер экземпляра этикетки", "label serial number")),
        new("037", "&,3", 19, new("прежний номер донора костного мозга (GRID)", "retired donor registration identifier (GRID)")),
        new("038", "&,4", 40, new("единый европейский код", "Single European Code")),
        new("039", "&:", 19, new("номер донора костного мозга (GRID)", "global registration identifier for donors (GRID)")),
        new("040", "&/", 15, new("код цепочки идентичности", "chain of identity identifier")),
        new("-", "&;", null, new("национальный номер донора", "national donor number")),
        new("-", "&!", null, new("конфиденциальное исключение", "confidential unit exclusion")),
    ];

    /// <returns>The structure whose identifier stands at <paramref name="start"/>; null when none does.</returns>
    public static IsbtStructure? At(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (rest is ['=', >= '1' and <= '9' or (>= 'A' and <= 'Z' and not 'O'), ..])
        {
            return Donation;
        }

        foreach (var structure in Others)
        {
            if (rest.StartsWith(structure.Identifier, StringComparison.Ordinal))
            {
                return structure;
            }
        }

        return null;
    }

    public static bool AreFlags(string text) => Flags().IsMatch(text);

    [GeneratedRegex(@"\A[0-9A-HJ-NPR-Y]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Flags();
}
