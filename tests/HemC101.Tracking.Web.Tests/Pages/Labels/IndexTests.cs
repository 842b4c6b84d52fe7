using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Printing;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Printing;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Pages.Labels;

public sealed class IndexTests : IAsyncLifetime, IDisposable
{
    private static readonly PrintSerial Serial = PrintSerial.Issue(900_001);

    private readonly Desk _desk = new();
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        await _desk.InitializeAsync();
        _browser = _desk.NewBrowser();
        await Desk.SendAsync(_browser, "/Account/SignIn", ("UserName", Desk.UserName), ("Password", Desk.Password));
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_desk).DisposeAsync();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Get_NobodySignedIn_AsksForSignIn() => Assert.Equal(
        HttpStatusCode.Redirect, (await _desk.NewBrowser().GetAsync(new Uri("/Labels", UriKind.Relative))).StatusCode);

    [Theory]
    [InlineData("ru", "Принтер не настроен")]
    [InlineData("en", "No printer is set up")]
    public async Task Get_NoPrinter_SaysSo_UntilThereIsOne(string language, string sentence)
    {
        await Desk.SendAsync(_browser, "/", ("Chosen", language));

        Assert.Contains(sentence, await SaysAsync(), StringComparison.Ordinal);
        Assert.Contains("Printers:0:Address", await SaysAsync(), StringComparison.Ordinal);

        await using (var uow = await _desk.Database.BeginAsync(default))
        {
            await Printers.PutAsync(uow, new PrinterRow { Name = "ward", Kind = PrinterKind.Tcp, Address = "127.0.0.1:1", IsDefault = true }, default);
            await uow.CommitAsync(default);
        }

        Assert.DoesNotContain(sentence, await SaysAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_JobInDoubt_ShowsItWithItsError()
    {
        var job = await InDoubtAsync();

        var page = await Desk.PageAsync(await _browser.GetAsync(new Uri("/Labels", UriKind.Relative)));

        var line = page.QuerySelector($"[data-job='{job}']")!;
        Assert.Contains("Соединение оборвалось", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Неизвестно", line.TextContent, StringComparison.Ordinal);
        Assert.Contains(Serial.ToString(), line.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Printed", PrintJobState.Printed)]
    [InlineData("Cancel", PrintJobState.Cancelled)]
    public async Task Post_JobInDoubt_IsSettled(string handler, PrintJobState expected)
    {
        var job = await InDoubtAsync();

        var answer = await PostAsync(handler, job, reason: nameof(PrintCancelReason.NotNeeded));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, (await PrintJobs.FindAsync(_desk.Database, job, default))!.State);
        var written = Assert.Single(await EventLedger.ReadStreamAsync(_desk.Database, $"print/{Serial}", default));
        Assert.Equal(_desk.Nurse.ToString(), written.Actor);
        Assert.Contains(nameof(PrintTrouble.PaperOut), written.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("because")]
    [InlineData("77")]
    public async Task PostCancel_WithoutAReason_IsRefused(string reason)
    {
        var job = await InDoubtAsync();

        var page = await Desk.PageAsync(await PostAsync("Cancel", job, reason: reason));

        Assert.Contains("Выберите, почему", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(PrintJobState.Unknown, (await PrintJobs.FindAsync(_desk.Database, job, default))!.State);
        Assert.Empty(await EventLedger.ReadStreamAsync(_desk.Database, $"print/{Serial}", default));
    }

    [Theory]
    [InlineData("ru", "кончились этикетки", "посмотрите, вышла ли этикетка", "Посмотрите на принтер")]
    [InlineData("en", "out of labels", "look whether the label", "Look at the printer")]
    public async Task Get_JobInDoubt_SaysWhatHappenedAndWhatToDo_HereAndOnTheWorkList(string language, string happened, string next, string strip)
    {
        var job = await InDoubtAsync();
        await Desk.SendAsync(_browser, "/", ("Chosen", language));

        var page = await Desk.PageAsync(await _browser.GetAsync(new Uri("/Labels", UriKind.Relative)));
        var list = await Desk.PageAsync(await _browser.GetAsync(new Uri("/Ward", UriKind.Relative)));

        Assert.Contains(happened, page.QuerySelector($"[data-job='{job}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(next, page.QuerySelector($"[data-job='{job}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(strip, list.QuerySelector("[data-doubtful='1']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_JobThatMovedOn_SaysSo()
    {
        var job = await InDoubtAsync();
        await PostAsync("Printed", job);

        var page = await Desk.PageAsync(await PostAsync("Retry", job, from: await PageOfAnotherAsync()));

        Assert.Contains("уже изменилось", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> SaysAsync() =>
        (await Desk.PageAsync(await _browser.GetAsync(new Uri("/Labels", UriKind.Relative)))).QuerySelector("main")!.TextContent;

    private async Task<string> PageOfAnotherAsync()
    {
        await InDoubtAsync(PrintSerial.Issue(900_002));
        return "/Labels";
    }

    private async Task<HttpResponseMessage> PostAsync(string handler, long job, string from = "/Labels", string reason = "")
    {
        var page = await Desk.PageAsync(await _browser.GetAsync(new Uri(from, UriKind.Relative)));
        var token = page.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        return await _browser.PostAsync(
            new Uri($"/Labels?handler={handler}", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["job"] = job.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["reason"] = reason,
                ["__RequestVerificationToken"] = token,
            }));
    }

    /// <summary>On a printer nobody serves in this test: its queue is taken and left in doubt in one transaction.</summary>
    private async Task<long> InDoubtAsync(PrintSerial? serial = null)
    {
        var now = _desk.Time.GetUtcNow();
        await using var uow = await _desk.Database.BeginAsync(default);
        await LabelPrints.AddAsync(uow, Print(serial ?? Serial, now), default);
        await Printers.PutAsync(uow, new PrinterRow { Name = "far", Kind = PrinterKind.Folder, Address = "far", IsDefault = false }, default);
        var job = await PrintJobs.EnqueueAsync(
            uow, new NewPrintJob(serial ?? Serial, LabelKind.HouseThing, "far", """{"House":"&l0000000001"}"""), now, default);
        await PrintJobs.TakeNextAsync(uow, "far", now, default);
        await PrintJobs.UnknownAsync(uow, job, PrintTrouble.PaperOut, "Соединение оборвалось", now, default);
        await uow.CommitAsync(default);
        return job;
    }

    private static LabelPrintRow Print(PrintSerial serial, DateTimeOffset now) => new()
    {
        Serial = serial,
        Kind = LabelKind.HouseThing,
        Carrier = Carrier.Plate,
        State = LabelPrintState.Queued,
        HouseId = HouseId.Parse("&l0000000001"),
        Symbol = "&l0000000001",
        PrintedBy = "setup",
        CreatedAt = now,
        ChangedAt = now,
    };
}
