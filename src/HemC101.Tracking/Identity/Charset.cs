using System.Buffers;

namespace HemC101.Tracking.Identity;

internal static class Charset
{
    public static readonly SearchValues<char> UpperAlphanumeric = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    public static bool IsUpperAlphanumeric(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(UpperAlphanumeric);
}
