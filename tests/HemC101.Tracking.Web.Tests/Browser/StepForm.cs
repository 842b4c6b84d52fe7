using Microsoft.Playwright;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>Fills the record of a step from what its page asks, as a person who reads the labels would.</summary>
internal static class StepForm
{
    public static async Task FillAsync(IPage page, Leg leg)
    {
        var fields = page.Locator(".step-form [id^=f_][name]:not([name=remark])");
        for (var i = 0; i < await fields.CountAsync(); i++)
        {
            await AnswerAsync(fields.Nth(i), leg);
        }
    }

    private static async Task AnswerAsync(ILocator field, Leg leg)
    {
        var name = (await field.GetAttributeAsync("name"))!;
        var kind = await field.EvaluateAsync<string>("field => field.tagName === 'SELECT' ? 'select' : field.inputMode === 'decimal' ? 'decimal' : field.type");
        await (kind switch
        {
            "checkbox" => field.SetCheckedAsync(Answers.IsTrue(name)),
            "select" => field.SelectOptionAsync(new SelectOptionValue { Index = 1 }),
            "decimal" => field.FillAsync(Answers.To(leg.StepId, leg.On, name)),
            "datetime-local" => field.FillAsync(Answers.Moment(name)),
            "date" => field.FillAsync(Answers.Day(name)),
            _ => field.FillAsync("REF-1"),
        });
    }
}
