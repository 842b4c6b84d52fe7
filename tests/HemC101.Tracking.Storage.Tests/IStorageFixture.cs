namespace HemC101.Tracking.Storage.Tests;

/// <summary>A kind of database that the contracts are run on.</summary>
public interface IStorageFixture
{
    /// <summary>Migrated, empty, of its own.</summary>
    Database NewDatabase();

    /// <summary>Runs statements behind the storage's back, as an intruder with the rights of an administrator would.</summary>
    void Tamper(Database database, string sql);
}
