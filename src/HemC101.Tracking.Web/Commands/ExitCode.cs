namespace HemC101.Tracking.Web.Commands;

internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>The answer is no: broken, refused.</summary>
    public const int No = 1;

    /// <summary>A scan that <c>inspect</c> does not understand.</summary>
    public const int Refused = 2;

    /// <summary>Nothing could be asked: the command line is wrong, or the database cannot be used.</summary>
    public const int Unusable = 2;
}
