namespace HemC101.Tracking.Web.Alarms;

/// <summary>A secret as the first line of a file that only the service can read.</summary>
internal static class SecretFile
{
    public static bool IsReadable(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault() is { Length: > 0 };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <exception cref="IOException">It is not there any more, or empty.</exception>
    public static string Read(string path) =>
        File.ReadLines(path).FirstOrDefault() is { Length: > 0 } secret ? secret : throw new IOException($"The first line of {path} is empty.");
}
