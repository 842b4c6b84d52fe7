namespace HemC101.Tracking.Storage.Copying;

/// <summary>Hears how far a copy is.</summary>
public interface ICopyListener
{
    /// <summary>After every batch, which is durable by then.</summary>
    void Carried(string table, long rows);

    /// <summary>Every row of the table was read on both sides and is the same.</summary>
    void Compared(string table, long rows);
}
