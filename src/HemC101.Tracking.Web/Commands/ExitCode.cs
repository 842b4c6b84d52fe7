namespace HemC101.Tracking.Web.Commands;

internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>The answer is no: not understood, broken, refused.</summary>
    public const int No = 1;

    /// <summary>Nothing could be asked: the command line is wrong, or the database cannot be used.</summary>
    public const int Unusable = 2;
}
