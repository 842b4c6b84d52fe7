using HemC101.Tracking.Labels.Printing;
using HemC101.Tracking.Labels.Templates;

namespace HemC101.Tracking.Labels.Tests.Printing;

public sealed class FolderPrinterTests : IDisposable
{
    private static readonly RenderedLabel Label = new("^XA^XZ"u8.ToArray(), "house-thing", "0123456789ab", "");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("printer");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Print_NewJob_WritesOneWholeFile()
    {
        var outcome = await new FolderPrinter(_folder.FullName).PrintAsync(Label, "job-1", CancellationToken.None);

        Assert.IsType<PrintOutcome.Printed>(outcome);
        Assert.Equal("job-1.zpl", Assert.Single(_folder.GetFiles()).Name);
        Assert.Equal(Label.Bytes, await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "job-1.zpl")));
    }

    [Fact]
    public async Task Print_SameLabelAgain_IsPrintedOnce()
    {
        var printer = new FolderPrinter(_folder.FullName);
        await printer.PrintAsync(Label, "job-1", CancellationToken.None);

        Assert.IsType<PrintOutcome.Printed>(await printer.PrintAsync(Label, "job-1", CancellationToken.None));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task Print_OtherLabelUnderTheSameName_LeavesTheFirstFile()
    {
        var printer = new FolderPrinter(_folder.FullName);
        await printer.PrintAsync(Label, "job-1", CancellationToken.None);

        var again = await printer.PrintAsync(Label with { Bytes = "^XA^FS^XZ"u8.ToArray() }, "job-1", CancellationToken.None);

        Assert.IsType<PrintOutcome.Unreachable>(again);
        Assert.Equal(Label.Bytes, await File.ReadAllBytesAsync(Assert.Single(_folder.GetFiles()).FullName));
    }

    [Fact]
    public async Task Print_FolderIsAFile_IsUnreachable()
    {
        var file = Path.Combine(_folder.FullName, "taken");
        await File.WriteAllTextAsync(file, "");

        Assert.IsType<PrintOutcome.Unreachable>(await new FolderPrinter(file).PrintAsync(Label, "job-1", CancellationToken.None));
    }

    [Theory]
    [InlineData("../job")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("печать")]
    public async Task Print_NameThatIsNoPlainName_Throws(string jobName) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => new FolderPrinter(_folder.FullName).PrintAsync(Label, jobName, CancellationToken.None));
}
