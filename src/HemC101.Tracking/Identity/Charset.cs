using System.Buffers;

namespace HemC101.Tracking.Identity;

internal static class Charset
{
    private static readonly SearchValues<char> UpperAlphanumeric = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> Alphanumeric =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    public static bool IsUpperAlphanumeric(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(UpperAlphanumeric);

    public static bool IsAlphanumeric(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Alphanumeric);
}
