namespace HemC101.Tracking.Storage.Accounts;

/// <summary>Each is counted and locked by itself: a guessed PIN leaves the password usable, and the other way round.</summary>
public enum Credential
{
    Pin,
    Password,
}
