using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Projections;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Tests.Deploy;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>A collection stands at the laboratory's door; two operators check it apart. Another one waits for its participant at the chair.</summary>
public sealed class IndependentCheckTests : IAsyncLifetime
{
    /// <summary>Temperatures that stand nowhere else.</summary>
    private static readonly (string Name, string Value)[] Found =
        [("seal_good", "true"), ("min_c", "-87.4"), ("max_c", "-86.5"), ("papers", "true"), ("legible", "true")];

    private LiveSite _site = null!;

    private CoiId Coi => _site.Chains[0];

    public async Task InitializeAsync() =>
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("collection.hand-over"), DemoLeg.UpTo("collection.start"), DemoLeg.UpTo("apheresis.order"));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task FirstHalf_Signed_IsClosed_AndWaitsForSomebodyElse()
    {
        using var first = await ScannedAsync(0);
        using var closed = await TakeAsync(first, 0);

        Assert.Equal($"/Chains/{Coi}", closed.Headers.Location?.ToString());
        Assert.Contains("Ваша половина закрыта", (await first.FollowAsync(closed)).QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        var last = (await _site.HistoryAsync(Coi))[^1];
        Assert.IsType<FirstCheckFinished>(last.What);
        Assert.Empty(last.Act.Scans);
        Assert.Equal((Operator(0).Person.Number, Meaning.Received), (last.Act.Signatures.Single().By, last.Act.Signatures[0].Meaning));
        Assert.Equal(ProductState.InTransit, (await _site.ChainAsync(Coi)).Product);
        Assert.Contains("Вы уже закончили свою половину", await Tablet.SaysAsync(await first.OpenAsync(await StepAsync())), StringComparison.Ordinal);
        Assert.Null((await first.GetAsync("/Transport")).QuerySelector("[data-awaits-second]"));
        using var second = await _site.TabletAsync(Role.LabOperator, index: 1);
        Assert.NotNull((await second.GetAsync("/Transport")).QuerySelector($"a[href='{await StepAsync()}'] [data-awaits-second]"));
        Assert.NotNull((await second.GetAsync($"/Chains/{Coi}")).QuerySelector("[data-awaits-second]"));
    }

    [Fact]
    public async Task FirstHalf_IsReadableNowhere_BeforeTheSecondIsFinished()
    {
        await CloseFirstAsync();

        using var second = await _site.TabletAsync(Role.LabOperator, index: 1);
        using var quality = await _site.TabletAsync(Role.QualityAssurance);
        List<string> seen =
        [
            (await second.GetAsync(await StepAsync())).Source.Text, (await second.GetAsync($"{await StepAsync()}?attempt=attempt-0")).Source.Text,
            (await second.GetAsync("/")).Source.Text, (await second.GetAsync($"/Chains/{Coi}")).Source.Text,
            (await quality.GetAsync($"/Chains/{Coi}")).Source.Text, (await quality.GetAsync($"/Quality/Audit?Of={Coi}")).Source.Text,
            .. (await EventLedger.ReadStreamAsync(_site.Database, $"chain/{Coi}", default)).Select(entry => entry.Data),
        ];
        using var export = await quality.PostAsync("/Quality/Audit", "Export", [("Of", Coi.ToString())]);
        seen.Add(await export.Content.ReadAsStringAsync());
        seen.Add((await quality.GetAsync(await HalfAsync())).Source.Text);
        using var evidence = await quality.PostAsync($"/Chains/{Coi}/Evidence", handler: null, []);
        seen.AddRange(await TextsAsync(evidence));

        Assert.Contains(seen, text => text.Contains("FirstCheckFinished", StringComparison.Ordinal));
        Assert.All(seen, text =>
        {
            Assert.DoesNotContain("-87.4", text, StringComparison.Ordinal);
            Assert.DoesNotContain("-86.5", text, StringComparison.Ordinal);
        });
        Assert.Empty((await second.GetAsync($"{await StepAsync()}?attempt=attempt-0")).QuerySelectorAll(".demand-done"));
    }

    /// <summary>Box and seal stand where they were sent off; what the first has scanned of them adds no place.</summary>
    [ProgramFact(PdfText.Reader, PdfText.Package)]
    public async Task FirstHalf_AddsToNoCopyOfTheRecord_WhatWasFoundOrScanned()
    {
        using var quality = await _site.TabletAsync(Role.QualityAssurance);
        var collection = (await _site.ChainAsync(Coi)).Collections[0];
        var before = await CopiesAsync(quality);

        await CloseFirstAsync();

        var after = await CopiesAsync(quality);
        Assert.Contains("Первая половина независимой проверки закрыта", after[0].Said, StringComparison.Ordinal);
        Assert.All(before.Zip(after), pair =>
        {
            Assert.Equal(pair.First.From, pair.Second.From);
            Assert.Equal(Times($"{collection.Box}", pair.First.Said), Times($"{collection.Box}", pair.Second.Said));
            Assert.Equal(Times($"{collection.Seal}", pair.First.Said), Times($"{collection.Seal}", pair.Second.Said));
            Assert.DoesNotContain("87.4", pair.Second.Said.Replace(',', '.'), StringComparison.Ordinal);
            Assert.DoesNotContain("86.5", pair.Second.Said.Replace(',', '.'), StringComparison.Ordinal);
        });
        Assert.True(Times($"{collection.Box}", before[0].Said) > 0);
    }

    [Theory]
    [InlineData("ru", "Половина ещё закрыта")]
    [InlineData("en", "The half is still closed")]
    public async Task FirstHalf_OnceTheStepIsTaken_IsReadByQuality_AndItsSignatureVerified(string language, string closed)
    {
        await CloseFirstAsync();
        using var quality = await _site.TabletAsync(Role.QualityAssurance, language);
        var (half, signature) = (await HalfAsync(), (await _site.HistoryAsync(Coi))[^1].Act.Signatures[0]);
        var waiting = await quality.GetAsync(half);
        Assert.Contains(closed, waiting.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Null(waiting.QuerySelector("[data-content]"));
        using var second = await ScannedAsync(1);
        using var taken = await TakeAsync(second, 1);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);

        var read = await quality.GetAsync(half);

        Assert.NotNull((await quality.GetAsync($"/Chains/{Coi}")).QuerySelector($"a[href='{half}']"));
        var content = read.QuerySelector("[data-content]")!.TextContent;
        Assert.Equal(signature.ContentHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
        Assert.Equal("good", read.QuerySelector(".verdict")!.GetAttribute("data-tone"));
        Assert.Contains("-87.4", content, StringComparison.Ordinal);
        Assert.Contains("Salt", content, StringComparison.Ordinal);
        Assert.Null((await second.GetAsync($"/Chains/{Coi}")).QuerySelector($"a[href='{half}']"));
        using var curious = await second.OpenAsync(half);
        Assert.Equal(HttpStatusCode.Forbidden, curious.StatusCode);
    }

    [Fact]
    public async Task SealedHalf_ThatSomebodyChanged_IsSaidToBeAnother()
    {
        await CloseFirstAsync();
        Forge("drop trigger sealed_check_refuses_update; update sealed_check set sealed = (select sealed from sealed_check order by at limit 1) where coi = (select coi from sealed_check order by at desc limit 1)");
        _site.Time.Advance(TimeSpan.FromMinutes(31));
        using var quality = await _site.TabletAsync(Role.QualityAssurance);

        var read = await quality.GetAsync(await HalfAsync());

        Assert.Equal("stop", read.QuerySelector(".verdict")!.GetAttribute("data-tone"));
        Assert.Contains("Это не то, что было подписано", read.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_WithdrawnByWhoClosedIt_IsVoid_AndTheyBeginAgain()
    {
        await CloseFirstAsync();
        using var first = await _site.TabletAsync(Role.LabOperator);
        using var second = await _site.TabletAsync(Role.LabOperator, index: 1);
        var step = await StepAsync();
        var withdrawal = (await first.GetAsync(step)).QuerySelector("a[href*='check.withdraw']")!.GetAttribute("href")!;
        Assert.NotNull((await first.GetAsync($"/Chains/{Coi}")).QuerySelector($"a[href='{withdrawal}']"));
        Assert.Null((await second.GetAsync($"/Chains/{Coi}")).QuerySelector($"a[href='{withdrawal}']"));
        using var another = await second.TakeAsync(withdrawal, "not-mine", [Operator(1)], []);
        Assert.Contains("Отозвать её может только он сам", await Tablet.SaysAsync(another), StringComparison.Ordinal);

        using var withdrawn = await first.TakeAsync(withdrawal, "withdraw", [Operator(0)], []);

        Assert.True(withdrawn.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(withdrawn));
        var happened = (await _site.HistoryAsync(Coi))[^1];
        Assert.Equal(ChainState.Withdrawn, Assert.IsType<CheckVoided>(happened.What).Reason);
        Assert.Equal(Operator(0).Person.Number, Assert.Single(happened.Act.Signatures).By);
        Assert.Equal((0, 0), ((await _site.ChainAsync(Coi)).FirstChecks.Count, (await _site.ChainAsync(Coi)).NearMisses));
        await AssertSoundAsync();
        _site.Time.Advance(TimeSpan.FromSeconds(1));
        await CloseFirstAsync("again-0");
        using var again = await ScannedAsync(1, attempt: "again-1");
        using var taken = await TakeAsync(again, 1, "again-1");
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
    }

    [Fact]
    public async Task SecondHalf_ThatAgrees_TakesTheStep_WithBothSignaturesAndTheScansOfBoth()
    {
        await CloseFirstAsync();
        var first = (await _site.HistoryAsync(Coi))[^1].Act.Signatures[0];
        using var second = await ScannedAsync(1);
        var form = await second.GetAsync($"{await StepAsync()}?attempt=attempt-1");

        using var taken = await TakeAsync(second, 1);

        Assert.Equal(["seal_good", "min_c", "max_c", "legible", "remark"], form.QuerySelectorAll("[id^=f_][name]").Select(field => field.GetAttribute("name")));
        Assert.Single(form.QuerySelectorAll("fieldset.signature"));
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        var received = (await _site.HistoryAsync(Coi))[^1];
        Assert.Equal(-87.4m, Assert.IsType<CollectionQuarantined>(received.What).MinC);
        Assert.Equal(first, received.Act.Signatures[0]);
        Assert.Equal((Operator(1).Person.Number, Meaning.Verified), (received.Act.Signatures[1].By, received.Act.Signatures[1].Meaning));
        Assert.NotEqual(first.ContentHash, received.Act.Signatures[1].ContentHash);
        Assert.Equal(
            [.. Enumerable.Repeat(Operator(0).Person.Number, 3), .. Enumerable.Repeat(Operator(1).Person.Number, 3)],
            received.Act.Scans.Select(scan => scan.By!.Value));
        await AssertSoundAsync();
    }

    [Theory]
    [InlineData("ru", "Две независимые проверки не совпали")]
    [InlineData("en", "The two independent checks disagree")]
    public async Task SecondHalf_ThatDiffers_VoidsBoth_AndSaysNeitherValue(string language, string sentence)
    {
        await CloseFirstAsync();
        using var second = await ScannedAsync(1, language);

        using var refused = await TakeAsync(second, 1, ("max_c", "-86.4"));

        var page = await People.Desk.PageAsync(refused);
        Assert.Contains(sentence, page.QuerySelector(".reasons")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("-86.5", page.Source.Text, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".demand-done"));
        var chain = await _site.ChainAsync(Coi);
        Assert.Equal((0, 1, ProductState.InTransit), (chain.FirstChecks.Count, chain.NearMisses, chain.Product));
        var happened = (await _site.HistoryAsync(Coi)).TakeLast(2).ToList();
        Assert.Equal(ChainState.Disagreement, Assert.IsType<CheckVoided>(happened[0].What).Reason);
        Assert.Equal(["checks-disagree"], Assert.IsType<StepRefused>(happened[1].What).Reasons);
        await AssertSoundAsync();
        _site.Time.Advance(TimeSpan.FromSeconds(1));
        await CloseFirstAsync("again-0");
        using var again = await ScannedAsync(1, attempt: "again-1");
        using var taken = await TakeAsync(again, 1, "again-1");
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
    }

    [Fact]
    public async Task Mismatch_InTheSecond_StopsBoth_AndWhateverOthersHaveScanned()
    {
        await CloseFirstAsync();
        using var third = await ScannedAsync(2);
        using var second = await _site.TabletAsync(Role.LabOperator, index: 1);

        using var stopped = await second.ScanAsync(await StepAsync(), "attempt-1", await _site.CollectionSymbolAsync(_site.Chains[1]));

        Assert.Contains("НЕ ВВОДИТЬ", await Tablet.SaysAsync(stopped), StringComparison.Ordinal);
        Assert.Empty((await _site.ChainAsync(Coi)).FirstChecks);
        var page = await third.GetAsync($"{await StepAsync()}?attempt=attempt-2");
        Assert.Empty(page.QuerySelectorAll(".demand-done"));
        Assert.Contains("первая половина", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task First_UnderTheirOtherCredential_IsNotTheSecond()
    {
        await CloseFirstAsync();
        var version = (await _site.ChainAsync(Coi)).Version;
        using var again = await _site.TabletAsync(Role.LabOperator);
        using var second = await ScannedAsync(1);

        using var inTheirOwnName = await again.PostAsync(await StepAsync(), "Take", [("Attempt", "x"), ("Half", "second"), .. Found, .. Signed("laboperator1", "password of LabOperator 1")]);
        using var underTheOther = await second.PostAsync(await StepAsync(), "Take", [("Attempt", "attempt-1"), ("Half", "second"), .. Found, .. Signed("laboperator1", "password of LabOperator 1")]);

        Assert.Contains("Вы уже закончили свою половину", await Tablet.SaysAsync(inTheirOwnName), StringComparison.Ordinal);
        Assert.Contains("один и тот же человек", await Tablet.SaysAsync(underTheOther), StringComparison.Ordinal);
        Assert.All((await _site.HistoryAsync(Coi)).Skip(version), happened => Assert.IsType<StepRefused>(happened.What));
    }

    [Fact]
    public async Task Scans_OfSomebodyElse_AreNeitherShownNorSigned()
    {
        using var first = await ScannedAsync(0);
        using var second = await _site.TabletAsync(Role.LabOperator, index: 1);
        var page = await second.GetAsync($"{await StepAsync()}?attempt=attempt-0");

        using var signed = await second.PostAsync(
            await StepAsync(), "Take", [("Attempt", "attempt-0"), ("Half", "first"), .. Found, .. Signed(Operator(1).Badge, Operator(1).Pin)]);

        Assert.Empty(page.QuerySelectorAll(".demand-done"));
        Assert.DoesNotContain("value=\"attempt-0\"", page.Source.Text, StringComparison.Ordinal);
        Assert.Contains("отсканировал другой сотрудник", await Tablet.SaysAsync(signed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoSeconds_AtOnce_OneTakesTheStep()
    {
        await CloseFirstAsync();
        using var second = await ScannedAsync(1);
        using var third = await ScannedAsync(2);

        var answers = await Task.WhenAll(TakeAsync(second, 1), TakeAsync(third, 2));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await _site.HistoryAsync(Coi), happened => happened.What is CollectionQuarantined);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task TwoFirsts_AtOnce_OneIsTheFirst_TheOtherIsToldAndGoesOnAsTheSecond()
    {
        Tablet[] tablets = [await ScannedAsync(0), await ScannedAsync(1)];

        var answers = await Task.WhenAll(tablets.Select(async (tablet, at) => await tablet.PostAsync(
            await StepAsync(), "Take", [("Attempt", $"attempt-{at}"), ("Half", "first"), .. Found, .. Signed(Operator(at).Badge, Operator(at).Pin)])));

        Assert.Single(await _site.HistoryAsync(Coi), happened => happened.What is FirstCheckFinished { StepId: "collection.receive" });
        var late = answers[0].StatusCode == HttpStatusCode.Redirect ? 1 : 0;
        Assert.Contains("очередь в этой независимой проверке изменилась", await Tablet.SaysAsync(answers[late]), StringComparison.Ordinal);
        using var taken = await TakeAsync(tablets[late], late);
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        Array.ForEach(tablets, tablet => tablet.Dispose());
    }

    [Fact]
    public async Task Half_SentTwice_IsOneHalf()
    {
        using var first = await ScannedAsync(0);
        (string, string)[] form = [("Attempt", "attempt-0"), ("Half", "first"), .. Found, .. Signed(Operator(0).Badge, Operator(0).Pin)];

        var answers = await Task.WhenAll(first.PostAsync(await StepAsync(), "Take", form), first.PostAsync(await StepAsync(), "Take", form));

        Assert.All(answers, answer => Assert.Equal($"/Chains/{Coi}", answer.Headers.Location?.ToString()));
        Assert.Single(await _site.HistoryAsync(Coi), happened => happened.What is FirstCheckFinished { StepId: "collection.receive" });
    }

    [Fact]
    public async Task FirstHalf_AfterItsTime_CountsNoLonger()
    {
        await CloseFirstAsync();
        _site.Time.Advance(TimeSpan.FromMinutes(31));

        using var second = await _site.TabletAsync(Role.LabOperator, index: 1);

        Assert.Null((await second.GetAsync("/Transport")).QuerySelector("[data-awaits-second]"));
        Assert.Contains("первая половина", (await second.GetAsync(await StepAsync())).QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SealedHalf_ThatSomebodyChanged_IsNeverCompared()
    {
        await CloseFirstAsync();
        Forge("drop trigger sealed_check_refuses_update; update sealed_check set sealed = (select sealed from sealed_check order by at limit 1) where coi = (select coi from sealed_check order by at desc limit 1)");
        using var second = await ScannedAsync(1);

        using var refused = await TakeAsync(second, 1);

        Assert.Contains("Первая половина проверки больше не действует", await Tablet.SaysAsync(refused), StringComparison.Ordinal);
        Assert.Equal("sealed_check", (await CheckAsync())?.Table);
    }

    [Fact]
    public async Task Half_ThatCannotBeWrittenWhole_LeavesNothing()
    {
        using var first = await ScannedAsync(0);
        Forge("create trigger fault before insert on sealed_check begin select raise(abort, 'The disk is full.'); end");
        var before = _site.Written();

        using var failed = await TakeAsync(first, 0);

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal(before, _site.Written());
        Forge("drop trigger fault");
        using var closed = await TakeAsync(first, 0);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task Identification_PrintsItsLabel_OnlyWhenBothHaveFound()
    {
        var coi = _site.Chains[2];
        var step = Tablet.Step("Apheresis", "collection.identify", coi);
        (string, string)[] agreed = [("stated_name", "true"), ("stated_birth_date", "true")];
        List<int> labels = [];
        foreach (var nurse in new[] { 0, 1 })
        {
            using var tablet = await _site.TabletAsync(Role.ApheresisNurse, index: nurse);
            using var scanned = await tablet.ScanAsync(step, $"chair-{nurse}", await _site.BandSymbolAsync(coi));
            using var taken = await tablet.TakeAsync(step, $"chair-{nurse}", [_site.Crew(Role.ApheresisNurse, nurse)], agreed);
            Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
            labels.Add((await _site.HistoryAsync(coi)).Count(happened => happened.What is LabelPrinted { Kind: Tracking.Steps.LabelKind.CollectionBag }));
        }

        Assert.Equal([0, 1], labels);
        await AssertSoundAsync();
    }

    private static IEnumerable<(string, string)> Signed(string who, string secret) => [("Signers[0].Signer", who), ("Signers[0].Secret", secret)];

    private static async Task<List<string>> TextsAsync(HttpResponseMessage evidence)
    {
        using var zip = new ZipArchive(await evidence.Content.ReadAsStreamAsync());
        List<string> texts = [];
        foreach (var file in zip.Entries)
        {
            using var reader = new StreamReader(file.Open());
            texts.Add(await reader.ReadToEndAsync());
        }

        return texts;
    }

    /// <summary>Whatever quality may take away of the chain.</summary>
    private async Task<List<(string From, string Said)>> CopiesAsync(Tablet quality)
    {
        using var printed = await quality.PostAsync("/Quality/Audit", "Print", [("Of", Coi.ToString())]);
        using var export = await quality.PostAsync("/Quality/Audit", "Export", [("Of", Coi.ToString())]);
        using var evidence = await quality.PostAsync($"/Chains/{Coi}/Evidence", handler: null, []);
        using var zip = new ZipArchive(await evidence.Content.ReadAsStreamAsync());
        using var report = new MemoryStream();
        using (var entry = zip.GetEntry("chain.pdf")!.Open())
        {
            await entry.CopyToAsync(report);
        }

        return
        [
            ("trail.pdf", PdfText.WordsOf(await printed.Content.ReadAsByteArrayAsync())),
            ("trail.csv", await export.Content.ReadAsStringAsync()),
            ("chain.pdf", PdfText.WordsOf(report.ToArray())),
            ("chain", (await quality.GetAsync($"/Chains/{Coi}")).Body!.TextContent),
        ];
    }

    private static int Times(string what, string said) => said.Split(what).Length - 1;

    private async Task<string> HalfAsync() =>
        $"/Chains/{Coi}/Half/{(await _site.HistoryAsync(Coi)).Last(happened => happened.What is FirstCheckFinished).Version}";

    private CrewMember Operator(int index) => _site.Crew(Role.LabOperator, index);

    private async Task<string> StepAsync() => Tablet.Step("Transport", "collection.receive", Coi, (await _site.ChainAsync(Coi)).Collections[0].Donation.ToString());

    private async Task CloseFirstAsync(string attempt = "attempt-0")
    {
        using var first = await ScannedAsync(0, attempt: attempt);
        using var closed = await TakeAsync(first, 0, attempt);
        Assert.True(closed.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(closed));
    }

    private async Task<Tablet> ScannedAsync(int who, string language = "ru", string? attempt = null)
    {
        var tablet = await _site.TabletAsync(Role.LabOperator, language, who);
        var collection = (await _site.ChainAsync(Coi)).Collections[0];
        foreach (var raw in new[] { $"{collection.Seal}", $"{collection.Box}", await _site.CollectionSymbolAsync(Coi) })
        {
            using var taken = await tablet.ScanAsync(await StepAsync(), attempt ?? $"attempt-{who}", raw);
            Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        }

        return tablet;
    }

    private Task<HttpResponseMessage> TakeAsync(Tablet tablet, int who, params (string Name, string Value)[] other) =>
        TakeAsync(tablet, who, $"attempt-{who}", other);

    private async Task<HttpResponseMessage> TakeAsync(Tablet tablet, int who, string attempt, params (string Name, string Value)[] other) =>
        await tablet.TakeAsync(
            await StepAsync(), attempt, [Operator(who)], [.. Found.Where(field => other.All(changed => changed.Name != field.Name)), .. other]);

    private async Task AssertSoundAsync()
    {
        Assert.Null((await EventLedger.VerifyAsync(_site.Database, default)).First);
        Assert.Null(await CheckAsync());
    }

    private async Task<DivergedRow?> CheckAsync()
    {
        await using var moment = await _site.Database.ReadAsync(default);
        return await ProjectionCheck.FindAsync(moment, default);
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements stand above.")]
    private void Forge(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_site.Database.Address.Name};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
