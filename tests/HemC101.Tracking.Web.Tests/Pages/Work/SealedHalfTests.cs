using System.Net;
using System.Security.Cryptography;
using System.Text;
using HemC101.Tracking.Labels.Tests.Paper;
using HemC101.Tracking.People;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Tests.Deploy;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>What the first person found stays sealed until the second has finished, and then only quality reads it.</summary>
public sealed class SealedHalfTests : IndependentCheckSite
{
    [Fact]
    public async Task FirstHalf_IsReadableNowhere_BeforeTheSecondIsFinished()
    {
        await CloseFirstAsync();

        using var second = await Site.TabletAsync(Role.LabOperator, index: 1);
        using var quality = await Site.TabletAsync(Role.QualityAssurance);
        List<string> seen =
        [
            (await second.GetAsync(await StepAsync())).Source.Text, (await second.GetAsync($"{await StepAsync()}?attempt=attempt-0")).Source.Text,
            (await second.GetAsync("/")).Source.Text, (await second.GetAsync($"/Chains/{Coi}")).Source.Text,
            (await quality.GetAsync($"/Chains/{Coi}")).Source.Text, (await quality.GetAsync($"/Quality/Audit?Of={Coi}")).Source.Text,
            .. (await EventLedger.ReadStreamAsync(Site.Database, $"chain/{Coi}", default)).Select(entry => entry.Data),
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
        using var quality = await Site.TabletAsync(Role.QualityAssurance);
        var collection = (await Site.ChainAsync(Coi)).Collections[0];
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
        using var quality = await Site.TabletAsync(Role.QualityAssurance, language);
        var (half, signature) = (await HalfAsync(), (await Site.HistoryAsync(Coi))[^1].Act.Signatures[0]);
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
        Site.Time.Advance(TimeSpan.FromMinutes(31));
        using var quality = await Site.TabletAsync(Role.QualityAssurance);

        var read = await quality.GetAsync(await HalfAsync());

        Assert.Equal("stop", read.QuerySelector(".verdict")!.GetAttribute("data-tone"));
        Assert.Contains("Это не то, что было подписано", read.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
    }
}
