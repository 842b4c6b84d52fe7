namespace HemC101.Tracking.Storage.Projections;

public enum Divergence
{
    /// <summary>The ledger leaves a row that is not there.</summary>
    Missing,

    /// <summary>The row says something else than the ledger.</summary>
    Changed,

    /// <summary>Nothing in the ledger leaves this row.</summary>
    Foreign,
}

/// <summary>A row beside the ledger that does not agree with it.</summary>
/// <param name="Key">As it stands in the table's key.</param>
public sealed record DivergedRow(string Table, string Key, Divergence What)
{
    public Text Text => Template.With(Table, Key);

    private Text Template => What switch
    {
        Divergence.Missing => new("В таблице {0} нет строки {1}, которая следует из журнала.", "Table {0} has no row {1}, which the ledger leaves there."),
        Divergence.Changed => new("Таблица {0}, строка {1}: не то, что записано в журнале.", "Table {0}, row {1}: not what the ledger says."),
        Divergence.Foreign => new("Таблица {0}, строка {1}: в журнале такой нет.", "Table {0}, row {1}: the ledger knows of none."),
    };
}
