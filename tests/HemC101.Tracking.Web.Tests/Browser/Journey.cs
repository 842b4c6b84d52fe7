using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Tests.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>One participant's way through the pages: every step opened from the chain's page, scanned, filled in, signed and sent.</summary>
internal sealed class Journey(Tablets tablets, IReadOnlyList<CrewMember> crew, ParticipantLabels labels, Keyboard? keyboard = null)
{
    public ParticipantLabels Labels => labels;

    public static async Task<Journey> EnrolAsync(Tablets tablets, IReadOnlyList<CrewMember> crew, LabelListener printer, int number)
    {
        var page = await tablets.OfAsync(Role.Coordinator);
        var bandsBefore = printer.Symbols.Count(IsBand);
        await page.GotoAsync("/Enrolment/New");
        await page.FillAsync("#Input_Surname", $"Тестов{new string('ц', number)}");
        await page.FillAsync("#Input_GivenName", "Иван");
        await page.FillAsync("#Input_BirthDate", "1980-05-17");
        await page.FillAsync("#Input_ConsentedOn", Answers.Day("consent"));
        await page.FillAsync("#Input_ConsentVersion", "2.0");
        await page.SelectOptionAsync("#Input_Diagnosis", new SelectOptionValue { Index = 1 });
        await page.FillAsync("#Input_Weight", "70");
        foreach (var statement in new[] { "LongTermFollowUp", "InclusionMet", "NoExclusion", "NoGeneTherapy" })
        {
            await page.CheckAsync($"#Input_{statement}");
        }

        await SignAsync(page, Chosen(crew, Enrolment.Signatures));
        await page.Locator(".step-form button[type=submit]:not([formaction])").ClickAsync();
        await page.ArriveAsync("/Chains/");
        var band = await printer.FirstAsync(symbol => IsBand(symbol) && printer.Symbols.Count(IsBand) > bandsBefore && symbol == printer.Symbols.Last(IsBand));
        return new(tablets, crew, new(printer, number, new Uri(page.Url).Segments[^1], band));
    }

    public async Task WalkAsync(IEnumerable<Leg> legs)
    {
        foreach (var leg in legs)
        {
            if (leg.CountsLabels)
            {
                await PutLabelsOnAsync();
            }

            await (leg.IsAtTheBed ? AtTheBedAsync(leg) : TakeAsync(leg));
        }
    }

    /// <summary>Opens the bed's screen for a dose and the round of one nurse on it.</summary>
    /// <param name="nurse">0 for the first.</param>
    public async Task<IPage> OpenRoundAsync(Leg leg, int nurse)
    {
        var page = await OpenAsync(await tablets.OfAsync(StepCatalogue.Get(leg.StepId).Roles[0]), leg, $"/Ward/Bedside/{labels.Coi}/");
        await Scanner.ScanAsync(page.Locator("#badge"), Nurse(nurse).Badge, keyboard);
        await Expect(page.Locator("#scanned")).ToBeFocusedAsync();
        return page;
    }

    private static bool IsBand(string symbol) => symbol.StartsWith("8018", StringComparison.Ordinal);

    private static List<CrewMember> Chosen(IReadOnlyList<CrewMember> crew, IReadOnlyList<SignatureDemand> demands)
    {
        List<CrewMember> chosen = [];
        foreach (var demand in demands)
        {
            chosen.Add(crew.First(member => demand.Roles.Contains(member.Role) && !chosen.Contains(member)));
        }

        return chosen;
    }

    private static async Task SignAsync(IPage page, List<CrewMember> signers)
    {
        for (var i = 0; i < signers.Count; i++)
        {
            await Scanner.ScanAsync(page.Locator($"#Signers_{i}__Signer"), signers[i].Badge);
            await page.FillAsync($"#Signers_{i}__Secret", signers[i].Pin);
        }
    }

    /// <summary>Together at one screen; what is checked independently each of the two alone, on their own device.</summary>
    private async Task TakeAsync(Leg leg)
    {
        var step = StepCatalogue.Get(leg.StepId);
        var signers = Chosen(crew, step.Signatures);
        if (step.Check == SecondCheck.Witnessed)
        {
            await TakeAsync(await tablets.OfAsync(step.Roles[0]), leg, step, signers);
            return;
        }

        foreach (var signer in signers)
        {
            await TakeAsync(await tablets.OfAsync(signer), leg, step, [signer]);
        }
    }

    private async Task TakeAsync(IPage page, Leg leg, Step step, List<CrewMember> signers)
    {
        await OpenAsync(page, leg, $"/{step.Station}/Step/{step.Id}/{labels.Coi}");
        await ScanAllAsync(page, step, leg);
        await StepForm.FillAsync(page, leg);
        if (leg.StepId == "collection.receive")
        {
            await Screens.ShootAsync(page, "step");
            await Accessibility.AssertNoViolationsAsync(page);
        }

        await SignAsync(page, signers);
        await SendAsync(page, leg, $"/Chains/{labels.Coi}");
    }

    /// <summary>Badge, band, bag, confirmations, PIN: one nurse's round, and in the same way the start.</summary>
    private async Task AtTheBedAsync(Leg leg)
    {
        var nurse = leg.StepId == "bedside.second" ? 1 : 0;
        var page = await OpenRoundAsync(leg, nurse);
        await ScanAllAsync(page, StepCatalogue.Get(leg.StepId), leg);
        await StepForm.FillAsync(page, leg);
        await page.FillAsync("#pin", Nurse(nurse).Pin);
        await SendAsync(page, leg, "/Ward/Bedside/");
        if (leg.StepId == "bedside.second")
        {
            await Expect(page.Locator("[data-verdict] h1")).ToContainTextAsync("СОВПАДАЕТ");
            await Screens.ShootAsync(page, "bedside-match");
        }
    }

    /// <summary>Whatever was printed for box, tag, tubes and cassettes, from the chain's page.</summary>
    private async Task PutLabelsOnAsync()
    {
        var step = StepCatalogue.Get("label.apply");
        var page = await tablets.OfAsync(Role.LabOperator);
        while (true)
        {
            await page.GotoAsync($"/Chains/{labels.Coi}");
            var links = page.Locator($"a[href^='/Quality/Step/label.apply/{labels.Coi}/']");
            if (await links.CountAsync() == 0)
            {
                return;
            }

            var leg = new Leg(step.Id, (await links.First.GetAttributeAsync("href"))!.Split('/')[^1]);
            await page.GotoAsync($"/Quality/Step/label.apply/{labels.Coi}/{leg.On}");
            await ScanAllAsync(page, step, leg);
            await StepForm.FillAsync(page, leg);
            await SignAsync(page, [.. crew.Where(member => member.Role == Role.LabOperator).Take(2)]);
            await SendAsync(page, leg, $"/Chains/{labels.Coi}");
        }
    }

    private CrewMember Nurse(int index) => crew.Where(member => member.Role == Role.WardNurse).ElementAt(index);

    /// <summary>Finds the step where its people find it: among what can be done, on the chain's page.</summary>
    private async Task<IPage> OpenAsync(IPage page, Leg leg, string address)
    {
        await page.GotoAsync($"/Chains/{labels.Coi}");
        var links = page.Locator($"a[href^='{address}']");
        var hrefs = await links.EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var href = hrefs.FirstOrDefault(href => IsOf(leg, href))
            ?? throw new InvalidOperationException($"{leg} is not offered at {page.Url}. The page says:\n{await page.InnerTextAsync("main")}");
        await page.GotoAsync(href);
        return page;
    }

    private static bool IsOf(Leg leg, string href) => StepCatalogue.Get(leg.StepId).Scope switch
    {
        Scope.Bag => href.EndsWith(leg.Day == 1 ? "A0" : "B0", StringComparison.Ordinal),
        Scope.Unit or Scope.Test or Scope.Day => href.EndsWith($"/{leg.On}", StringComparison.Ordinal),
        _ => true,
    };

    private async Task ScanAllAsync(IPage page, Step step, Leg leg)
    {
        var open = page.Locator(".demand-open");
        while (await open.CountAsync() > 0)
        {
            var demand = (await open.First.GetAttributeAsync("data-demand"))!;
            await Scanner.ScanAsync(page.Locator("#scanned"), await labels.RightAsync(demand, step, leg), keyboard);
            await ExpectAsync(page, leg, page.Locator($".demand-done[data-demand='{demand}']"));
        }
    }

    private static async Task SendAsync(IPage page, Leg leg, string next)
    {
        await page.Locator(".step-form button[type=submit]:not([formaction])").ClickAsync();
        try
        {
            await page.ArriveAsync(next);
        }
        catch (PlaywrightException)
        {
            throw new InvalidOperationException($"{leg} was refused. The page says:\n{await page.InnerTextAsync("main")}");
        }
    }

    private static async Task ExpectAsync(IPage page, Leg leg, ILocator what)
    {
        try
        {
            await what.WaitForAsync();
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"{leg}: the scan was not taken. The page says:\n{await page.InnerTextAsync("main")}");
        }
    }
}
