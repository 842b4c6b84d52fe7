namespace HemC101.Tracking.Steps;

/// <summary>What is said in an independent check; never what either of the two has scanned or recorded.</summary>
internal static class CheckReasons
{
    public static Refusal OwnHalfDone { get; } = new("own-half-done", new(
        "Вы уже закончили свою половину этой проверки. Вторую половину делает другой сотрудник: пусть он войдёт под своим именем, сам всё отсканирует и заполнит. Не подсказывайте. Заметили у себя ошибку – отзовите свою половину и начните заново.",
        "You have finished your half of this check. A different colleague does the second half: let them sign in themselves, scan and record everything alone. Do not prompt. If you have noticed a slip of your own, withdraw your half and begin again."));

    public static Refusal NamesakeHalfDone { get; } = new("namesake-half-done", new(
        $"Первую половину этой проверки закрыл сотрудник с тем же именем, что у Вас. {Catalogue.Words.OneName.Ru} Вторую половину делает другой сотрудник.",
        $"The first half of this check was closed by somebody of the same name as yours. {Catalogue.Words.OneName.En} A different colleague does the second half."));

    public static Refusal ScannedByAnother { get; } = new("scanned-by-another", new(
        "Независимая проверка: подписывает тот, кто сам сканировал. Эти коды отсканировал другой сотрудник. Войдите под своим именем и отсканируйте всё сами.",
        "An independent check: who signs has scanned. Somebody else scanned these codes. Sign in yourself and scan everything yourself."));

    public static Refusal Disagreement { get; } = new("checks-disagree", new(
        "Две независимые проверки не совпали. Обе половины аннулированы, ничего не записано; в чём расхождение, не сообщается никому. Остановитесь, осмотрите всё ещё раз, затем оба начинают заново, каждый сам. Не совпадёт снова – вызовите ОК (QA).",
        "The two independent checks disagree. Both halves are void and nothing was recorded; nobody is told where they differ. Stop, look at everything once more, then both begin again, each alone. If they disagree again, call QA."));

    public static Refusal FirstLapsed { get; } = new("first-check-lapsed", new(
        "Первая половина проверки больше не действует: с тех пор что-то изменилось. Обе половины аннулированы, ничего не записано. Оба начинают заново, каждый сам.",
        "The first half of the check no longer holds: something has changed since. Both halves are void and nothing was recorded. Both begin again, each alone."));
}
