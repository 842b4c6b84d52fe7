namespace HemC101.Tracking.Storage.Printing;

public enum PrinterKind
{
    /// <summary>The address is <c>host:port</c>.</summary>
    Tcp,

    /// <summary>The address is a folder that every label is written into as a file.</summary>
    Folder,
}
