using System.Net;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Pages.Work;

/// <summary>Two people check apart; only two halves that agree are the step.</summary>
public sealed class IndependentCheckTests : IndependentCheckSite
{
    [Fact]
    public async Task FirstHalf_Signed_IsClosed_AndWaitsForSomebodyElse()
    {
        using var first = await ScannedAsync(0);
        using var closed = await TakeAsync(first, 0);

        Assert.Equal($"/Chains/{Coi}", closed.Headers.Location?.ToString());
        Assert.Contains("Ваша половина закрыта", (await first.FollowAsync(closed)).QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        var last = (await Site.HistoryAsync(Coi))[^1];
        Assert.IsType<FirstCheckFinished>(last.What);
        Assert.Empty(last.Act.Scans);
        Assert.Equal((Operator(0).Person.Number, Meaning.Received), (last.Act.Signatures.Single().By, last.Act.Signatures[0].Meaning));
        Assert.Equal(ProductState.InTransit, (await Site.ChainAsync(Coi)).Product);
        Assert.Contains("Вы уже закончили свою половину", await Tablet.SaysAsync(await first.OpenAsync(await StepAsync())), StringComparison.Ordinal);
        Assert.Null((await first.GetAsync("/Transport")).QuerySelector("[data-awaits-second]"));
        using var second = await Site.TabletAsync(Role.LabOperator, index: 1);
        Assert.NotNull((await second.GetAsync("/Transport")).QuerySelector($"a[href='{await StepAsync()}'] [data-awaits-second]"));
        Assert.NotNull((await second.GetAsync($"/Chains/{Coi}")).QuerySelector("[data-awaits-second]"));
    }

    [Fact]
    public async Task Half_WithdrawnByWhoClosedIt_IsVoid_AndTheyBeginAgain()
    {
        await CloseFirstAsync();
        using var first = await Site.TabletAsync(Role.LabOperator);
        using var second = await Site.TabletAsync(Role.LabOperator, index: 1);
        var step = await StepAsync();
        var withdrawal = (await first.GetAsync(step)).QuerySelector("a[href*='check.withdraw']")!.GetAttribute("href")!;
        Assert.NotNull((await first.GetAsync($"/Chains/{Coi}")).QuerySelector($"a[href='{withdrawal}']"));
        Assert.Null((await second.GetAsync($"/Chains/{Coi}")).QuerySelector($"a[href='{withdrawal}']"));
        using var another = await second.TakeAsync(withdrawal, "not-mine", [Operator(1)], []);
        Assert.Contains("Отозвать её может только он сам", await Tablet.SaysAsync(another), StringComparison.Ordinal);

        using var withdrawn = await first.TakeAsync(withdrawal, "withdraw", [Operator(0)], []);

        Assert.True(withdrawn.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(withdrawn));
        var happened = (await Site.HistoryAsync(Coi))[^1];
        Assert.Equal(ChainState.Withdrawn, Assert.IsType<CheckVoided>(happened.What).Reason);
        Assert.Equal(Operator(0).Person.Number, Assert.Single(happened.Act.Signatures).By);
        Assert.Equal((0, 0), ((await Site.ChainAsync(Coi)).FirstChecks.Count, (await Site.ChainAsync(Coi)).NearMisses));
        await AssertSoundAsync();
        Site.Time.Advance(TimeSpan.FromSeconds(1));
        await CloseFirstAsync("again-0");
        using var again = await ScannedAsync(1, attempt: "again-1");
        using var taken = await TakeAsync(again, 1, "again-1");
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
    }

    [Fact]
    public async Task SecondHalf_ThatAgrees_TakesTheStep_WithBothSignaturesAndTheScansOfBoth()
    {
        await CloseFirstAsync();
        var first = (await Site.HistoryAsync(Coi))[^1].Act.Signatures[0];
        using var second = await ScannedAsync(1);
        var form = await second.GetAsync($"{await StepAsync()}?attempt=attempt-1");

        using var taken = await TakeAsync(second, 1);

        Assert.Equal(["seal_good", "min_c", "max_c", "legible", "remark"], form.QuerySelectorAll("[id^=f_][name]").Select(field => field.GetAttribute("name")));
        Assert.Single(form.QuerySelectorAll("fieldset.signature"));
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
        var received = (await Site.HistoryAsync(Coi)).Last(happened => happened.What is CollectionQuarantined);
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
        var chain = await Site.ChainAsync(Coi);
        Assert.Equal((0, 1, ProductState.InTransit), (chain.FirstChecks.Count, chain.NearMisses, chain.Product));
        var happened = (await Site.HistoryAsync(Coi)).TakeLast(2).ToList();
        Assert.Equal(ChainState.Disagreement, Assert.IsType<CheckVoided>(happened[0].What).Reason);
        Assert.Equal(["checks-disagree"], Assert.IsType<StepRefused>(happened[1].What).Reasons);
        await AssertSoundAsync();
        Site.Time.Advance(TimeSpan.FromSeconds(1));
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
        using var second = await Site.TabletAsync(Role.LabOperator, index: 1);

        using var stopped = await second.ScanAsync(await StepAsync(), "attempt-1", await Site.CollectionSymbolAsync(Site.Chains[1]));

        Assert.Contains("НЕ ВВОДИТЬ", await Tablet.SaysAsync(stopped), StringComparison.Ordinal);
        Assert.Empty((await Site.ChainAsync(Coi)).FirstChecks);
        var page = await third.GetAsync($"{await StepAsync()}?attempt=attempt-2");
        Assert.Empty(page.QuerySelectorAll(".demand-done"));
        Assert.Contains("первая половина", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task First_UnderTheirOtherCredential_IsNotTheSecond()
    {
        await CloseFirstAsync();
        var version = (await Site.ChainAsync(Coi)).Version;
        using var again = await Site.TabletAsync(Role.LabOperator);
        using var second = await ScannedAsync(1);

        using var inTheirOwnName = await again.PostAsync(await StepAsync(), "Take", [("Attempt", "x"), ("Half", "second"), .. Found, .. Signed("laboperator1", "password of LabOperator 1")]);
        using var underTheOther = await second.PostAsync(await StepAsync(), "Take", [("Attempt", "attempt-1"), ("Half", "second"), .. Found, .. Signed("laboperator1", "password of LabOperator 1")]);

        Assert.Contains("Вы уже закончили свою половину", await Tablet.SaysAsync(inTheirOwnName), StringComparison.Ordinal);
        Assert.Contains("один и тот же человек", await Tablet.SaysAsync(underTheOther), StringComparison.Ordinal);
        Assert.All((await Site.HistoryAsync(Coi)).Skip(version), happened => Assert.IsType<StepRefused>(happened.What));
    }

    [Fact]
    public async Task Scans_OfSomebodyElse_AreNeitherShownNorSigned()
    {
        using var first = await ScannedAsync(0);
        using var second = await Site.TabletAsync(Role.LabOperator, index: 1);
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
        Assert.Single(await Site.HistoryAsync(Coi), happened => happened.What is CollectionQuarantined);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task TwoFirsts_AtOnce_OneIsTheFirst_TheOtherIsToldAndGoesOnAsTheSecond()
    {
        Tablet[] tablets = [await ScannedAsync(0), await ScannedAsync(1)];

        var answers = await Task.WhenAll(tablets.Select(async (tablet, at) => await tablet.PostAsync(
            await StepAsync(), "Take", [("Attempt", $"attempt-{at}"), ("Half", "first"), .. Found, .. Signed(Operator(at).Badge, Operator(at).Pin)])));

        Assert.Single(await Site.HistoryAsync(Coi), happened => happened.What is FirstCheckFinished { StepId: "collection.receive" });
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
        Assert.Single(await Site.HistoryAsync(Coi), happened => happened.What is FirstCheckFinished { StepId: "collection.receive" });
    }

    [Fact]
    public async Task FirstHalf_AfterItsTime_CountsNoLonger()
    {
        await CloseFirstAsync();
        Site.Time.Advance(TimeSpan.FromMinutes(31));

        using var second = await Site.TabletAsync(Role.LabOperator, index: 1);

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
        var before = Site.Written();

        using var failed = await TakeAsync(first, 0);

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal(before, Site.Written());
        Forge("drop trigger fault");
        using var closed = await TakeAsync(first, 0);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task Identification_PrintsItsLabel_OnlyWhenBothHaveFound()
    {
        var coi = Site.Chains[2];
        var step = Tablet.Step("Apheresis", "collection.identify", coi);
        (string, string)[] agreed = [("stated_name", "true"), ("stated_birth_date", "true")];
        List<int> labels = [];
        foreach (var nurse in new[] { 0, 1 })
        {
            using var tablet = await Site.TabletAsync(Role.ApheresisNurse, index: nurse);
            using var scanned = await tablet.ScanAsync(step, $"chair-{nurse}", await Site.BandSymbolAsync(coi));
            using var taken = await tablet.TakeAsync(step, $"chair-{nurse}", [Site.Crew(Role.ApheresisNurse, nurse)], agreed);
            Assert.True(taken.StatusCode == HttpStatusCode.Redirect, await Tablet.SaysAsync(taken));
            labels.Add((await Site.HistoryAsync(coi)).Count(happened => happened.What is LabelPrinted { Kind: Tracking.Steps.LabelKind.CollectionBag }));
        }

        Assert.Equal([0, 1], labels);
        await AssertSoundAsync();
    }
}
