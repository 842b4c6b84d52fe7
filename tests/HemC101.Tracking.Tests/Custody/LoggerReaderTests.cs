using System.Text;
using HemC101.Tracking.Custody;

namespace HemC101.Tracking.Tests.Custody;

/// <summary>Files as loggers and people make them; what could mean two things is refused, with its line.</summary>
public sealed class LoggerReaderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Readable => new()
    {
        { "semicolons and a decimal comma", "02.03.2026 12:00;-150,5\n02.03.2026 12:10;-151" },
        { "semicolons and a point", "2026-03-02 12:00;-150.5\n2026-03-02 12:10;-151" },
        { "commas and a point", "2026-03-02 12:00,-150.5\n2026-03-02 12:10,-151" },
        { "tabs", "02.03.2026 12:00:00\t-150,5\n02.03.2026 12:10:00\t-151" },
        { "ISO with a zone", "2026-03-02T09:00:00Z;-150.5\n2026-03-02T12:10:00+03:00;-151" },
        { "ISO without a zone", "2026-03-02T12:00;-150.5\n2026-03-02T12:10;-151" },
        { "Windows line ends, blank lines", "\r\n02.03.2026 12:00;-150,5\r\n\r\n02.03.2026 12:10;-151\r\n" },
        { "a header in any other words", "Wann;Kalt\n02.03.2026 12:00;-150,5\n02.03.2026 12:10;-151" },
        { "columns by their names", "No;Temperature, °C;Humidity;Date/Time\n1;-150,5;20;02.03.2026 12:00\n2;-151;20;02.03.2026 12:10" },
        { "Russian names", "№;Дата и время;Темп.\n1;02.03.2026 12:00;-150,5\n2;02.03.2026 12:10;-151" },
        { "quotes around a decimal comma", "time,temp\n2026-03-02 12:00,\"-150,5\"\n2026-03-02 12:10,\"-151\"" },
        { "a typographic minus", "02.03.2026 12:00;−150,5\n02.03.2026 12:10;−151" },
        { "the newest first", "02.03.2026 12:10;-151\n02.03.2026 12:00;-150,5" },
    };

    public static TheoryData<string, int, string> Unreadable => new()
    {
        { "", 0, "no reading" },
        { "time;temp\n", 0, "no reading" },
        { "hello", 1, "two columns" },
        { "2026-03-02 12:00,5,1", 1, "comma parts columns" },
        { "time,temp\n2026-03-02 12:00,5,1", 2, "comma parts columns" },
        { "02.03.2026 12:00;5\n02.03.2026 12:10;5;1", 2, "3 columns" },
        { "02.03.2026 12:00;5\n02.03.2026 25:10;5", 2, "time cannot be read" },
        { "02.03.2026 12:00;5\n03/02/2026 12:10;5", 2, "time cannot be read" },
        { "02.03.2026 12:00;5\n\n02.03.2026 12:20;LOW", 3, "temperature cannot be read" },
        { "02.03.2026 12:00;5\n02.03.2026 12:10;", 2, "temperature cannot be read" },
        { "02.03.2026 12:00;1.234,5", 1, "temperature cannot be read" },
        { "02.03.2026 12:00;-300", 1, "temperature cannot be read" },
        { "time;temp °F\n02.03.2026 12:00;40", 1, "Fahrenheit" },
        { "Date;Time;Temp\n02.03.2026;12:00;5", 1, "different columns" },
        { "02.03.2026 12:00;5\n<script>;1", 2, "time cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void File_ThatSaysWhatIsWhat_IsRead(string name, string text)
    {
        var file = Assert.IsType<LoggerRead.Good>(Read(text)).File;

        Assert.True(file.Readings.SequenceEqual([new(Noon, -150.5m), new(Noon.AddMinutes(10), -151m)]), $"{name}: {string.Join(", ", file.Readings)}");
        Assert.Equal((Noon, Noon.AddMinutes(10)), (file.From, file.Until));
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void File_ThatCannotBeRead_IsRefusedWithItsLine(string text, int line, string reason)
    {
        var bad = Assert.IsType<LoggerRead.Bad>(Read(text));

        Assert.Equal(line, bad.Line);
        Assert.Contains(reason, bad.Reason.En, StringComparison.Ordinal);
        Assert.NotEmpty(bad.Reason.Ru);
    }

    [Fact]
    public void File_InUtf16OrAnOldCodePage_IsRead()
    {
        const string text = "Дата;Темп\n02.03.2026 12:00;5";
        byte[] utf16 = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)];
        byte[] cp1251 = [0xC4, 0xE0, 0xF2, 0xE0, .. ";t\n02.03.2026 12:00;5"u8];

        Assert.IsType<LoggerRead.Good>(LoggerReader.Read(utf16));
        Assert.IsType<LoggerRead.Good>(LoggerReader.Read(cp1251));
        Assert.IsType<LoggerRead.Good>(LoggerReader.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]));
    }

    [Fact]
    public void File_OfAnotherKind_OrTooLarge_IsRefused()
    {
        Assert.IsType<LoggerRead.Bad>(LoggerReader.Read([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1]));
        Assert.Contains("2 MB", Assert.IsType<LoggerRead.Bad>(LoggerReader.Read(new byte[LoggerReader.MostBytes + 1])).Reason.En, StringComparison.Ordinal);
        var lines = Assert.IsType<LoggerRead.Bad>(Read(string.Join('\n', Enumerable.Repeat("2026-03-02 12:00;5", 100_002))));
        Assert.Equal(LoggerReader.MostLines + 1, lines.Line);
    }

    [Fact]
    public void Hash_IsOfTheBytes() => Assert.NotEqual(
        ((LoggerRead.Good)Read("2026-03-02 12:00;5")).File.Hash, ((LoggerRead.Good)Read("2026-03-02 12:00;5\n")).File.Hash);

    private static LoggerRead Read(string text) => LoggerReader.Read(Encoding.UTF8.GetBytes(text));
}
