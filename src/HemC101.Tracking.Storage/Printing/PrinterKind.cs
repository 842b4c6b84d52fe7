namespace HemC101.Tracking.Storage.Printing;

public enum PrinterKind
{
    /// <summary>The address is <c>host:port</c>.</summary>
    Tcp,

    /// <summary>The address is a folder that every label is written into as a file.</summary>
    Folder,

    /// <summary>The address is a queue of CUPS, <c>queue</c> or <c>queue?media=name</c>, which gets the label as PDF.</summary>
    Cups,
}
