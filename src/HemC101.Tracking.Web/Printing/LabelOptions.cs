namespace HemC101.Tracking.Web.Printing;

/// <summary>What the house says of itself on its labels; section <c>Labels</c> of the configuration. Russian first, as on the paper.</summary>
public sealed class LabelOptions
{
    public const string Section = "Labels";

    /// <summary>Holds <c>templates</c> and <c>fonts</c>; null for the labels that come with the application.</summary>
    public string? Directory { get; set; }

    /// <summary>
    /// A program that reads a Data Matrix from a PNG, with its words, such as <c>dmtxread -N 1 -G 29</c>; the file's path is put behind them. Every
    /// label is then drawn and read before it is sent. Null for none.
    /// </summary>
    public string? MatrixReader { get; set; }

    /// <summary>The same for Code 128, such as <c>zbarimg -q --raw</c>.</summary>
    public string? LinearReader { get; set; }

    /// <summary>The hospital, on wristbands and badges.</summary>
    public string Hospital { get; set; } = "Национальный медицинский исследовательский центр гематологии";

    /// <summary>The apheresis unit with its telephone, answered day and night.</summary>
    public string ApheresisUnit { get; set; } = "Отделение афереза, тел. 24 ч: см. лист исследования";

    /// <summary>The manufacturing laboratory with its telephone, answered day and night.</summary>
    public string Laboratory { get; set; } = "Лаборатория клеточной терапии, тел. 24 ч: см. лист исследования";

    /// <summary>The ward with its telephone, answered day and night.</summary>
    public string Ward { get; set; } = "Отделение, тел. 24 ч: см. лист исследования";

    /// <summary>Whom a courier calls at any hour, on transport boxes.</summary>
    public string TransportPhone { get; set; } = "см. лист исследования";

    public string CollectionProduct { get; set; } = "Клетки для производства Hem101";

    public string DoseProduct { get; set; } = "Hem101, аутологичные CAR-T-клетки";

    public string Anticoagulant { get; set; } = "ACD-A";
}
