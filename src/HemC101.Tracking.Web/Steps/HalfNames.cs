using HemC101.Tracking.Steps;
using HemC101.Tracking.Web.Pages.Shared;

namespace HemC101.Tracking.Web.Steps;

/// <summary>The halves of an independent check as forms send them and people read them.</summary>
internal static class HalfNames
{
    /// <returns>Null when the form says nothing that is one.</returns>
    public static CheckHalf? Find(string? said) => said switch
    {
        "first" => CheckHalf.First,
        "second" => CheckHalf.Second,
        _ => null,
    };

    public static string Key(this CheckHalf half) => half switch
    {
        CheckHalf.First => "first",
        CheckHalf.Second => "second",
    };

    /// <summary>What the page says above everything else.</summary>
    public static Verdict Notice(this CheckHalf half) => half switch
    {
        CheckHalf.First => new(
            VerdictTone.Info,
            new("Независимая проверка: первая половина", "Independent check: first half"),
            new(
                "Сканируйте и заполняйте сами, без подсказок. Подпись закроет вашу половину; второй человек её не увидит и сделает всё заново.",
                "Scan and record alone, without prompting. Your signature closes your half; the second person does not see it and does everything again.")),
        CheckHalf.Second => new(
            VerdictTone.Info,
            new("Независимая проверка: вторая половина", "Independent check: second half"),
            new(
                "Первая половина закрыта, её никто не видит. Отсканируйте и заполните всё сами. Шаг будет записан, только если обе половины совпадут.",
                "The first half is closed and nobody sees it. Scan and record everything yourself. The step is recorded only if both halves agree.")),
    };

    public static Text Button(this CheckHalf half, Step step) => half switch
    {
        CheckHalf.First => new("Закончить свою половину", "Finish my half"),
        CheckHalf.Second => step.Name,
    };
}
