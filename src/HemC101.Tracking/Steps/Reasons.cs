using HemC101.Tracking.Chain;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;

namespace HemC101.Tracking.Steps;

/// <summary>The sentences of refusals that belong to no single gate: what happened, and what to do next.</summary>
internal static class Reasons
{
    public static Refusal NoSuchTarget { get; } = new("no-such-target", new(
        "Такого объекта в этой цепочке нет. Откройте шаг заново из списка работ.",
        "There is no such thing in this chain. Open the step again from the work list."));

    public static Refusal IdentityAltered { get; } = new("identity-altered", new(
        "Имя и дата рождения в базе не те, что при включении: их хеш не совпадает с журналом. Имя не показано. Ничего не делайте с продуктом, сверьте участника по браслету и бумажной карте и сообщите службе качества.",
        "Name and birth date in the database are not those enrolled: their hash disagrees with the ledger. No name is shown. Do nothing with the product, identify the participant by wristband and paper record, and tell quality assurance."));

    public static Refusal SamePersonTwice { get; } = new("same-person", new(
        "Оба подтверждения дал один и тот же человек. Второе должен дать другой сотрудник своим бейджем и PIN-кодом.",
        "The same person signed twice. A different colleague must sign second, with their own badge and PIN."));

    public static Refusal SameNameTwice { get; } = new("same-name", new(
        "Обе подписи – на одно и то же имя: похоже, это один человек с двумя учётными записями. Второе подтверждение должен дать другой сотрудник. Если это тёзки, администратор добавляет к имени отличие.",
        "Both signatures bear the same name: it looks like one person with two accounts. A different colleague must sign second. For namesakes the administrator adds a mark to the name that tells them apart."));

    public static Refusal AdministratorWorks { get; } = new("administrator-works", new(
        "У администратора нет прав на клинические и производственные шаги. Пусть шаг сделает сотрудник без этой роли; роли учётной записи исправляет другой администратор.",
        "An administrator holds no clinical or manufacturing rights. Let somebody without this role take the step; another administrator corrects the account's roles."));

    public static Refusal Locked { get; } = new("bag-locked", new(
        "Пакет заблокирован до решения ОК. Не вводить. Вызовите ОК (QA).",
        "This bag is locked until QA decides. Do not infuse. Call QA."));

    public static Refusal Lost { get; } = new("lost", new(
        "Он объявлен утраченным. Если он нашёлся, запишите это шагом «Нашёлся»; до решения ОК он в карантине.",
        "It was declared lost. If it has turned up, record the step “Found again”; it is in quarantine until QA decides."));

    public static Refusal Discontinued { get; } = new("discontinued", new(
        "Курс прекращён. Пакеты этой цепочки больше не готовят и не вводят. Верните или уничтожьте их.",
        "The course was discontinued. No bag of this chain is prepared or infused any more. Return or discard it."));

    public static Refusal HandedOver { get; } = new("handed-over", new(
        "Участник передан в наблюдение: пакеты этой цепочки больше не готовят и не вводят. Решите судьбу оставшихся: уничтожить или оставить для исследования.",
        "The participant was handed over to follow-up: no bag of this chain is prepared or infused any more. Decide what becomes of those left: discard or retain."));

    public static Refusal ScanMissing(ScanDemand demand) => new("scan-missing", new(
        $"Не отсканировано: {demand.Prompt.Ru}.", $"Not scanned yet: {demand.Prompt.En}."));

    public static Refusal ScannedByAnother { get; } = new("scanned-by-another", new(
        "Часть кодов отсканировал другой человек, а этот шаг каждый делает один. Начните его заново и отсканируйте всё сами.",
        "Somebody else made a part of the scans, and everybody does this step alone. Begin it again and scan everything yourself."));

    public static Refusal RecordMissing(Field field) => new("record-missing", new(
        $"Не заполнено или не подтверждено: «{field.Label.Ru}».", $"Not filled in or not confirmed: {field.Label.En}."));

    public static Refusal SignatureMissing(SignatureDemand demand) => new("signature-missing", new(
        $"Нет подписи: {MeaningNames.Of(demand.Meaning).Ru}. Отсканируйте бейдж и введите PIN-код.",
        $"Signature missing: {MeaningNames.Of(demand.Meaning).En}. Scan the badge and enter the PIN."));

    public static Refusal RoleMissing(IReadOnlyList<Role> roles, string? name = null)
    {
        var ru = string.Join(", ", roles.Select(role => role.Name().Ru));
        var en = string.Join(", ", roles.Select(role => role.Name().En));
        return new("role-missing", name is null
            ? new($"У вас нет права на этот шаг. Нужна роль: {ru}.", $"You may not take this step. It needs: {en}.")
            : new($"{name} не может подписать этот шаг. Нужна роль: {ru}.", $"{name} may not sign this step. It needs: {en}."));
    }

    public static Refusal RoleSuspended(Person person, Role role)
    {
        var training = person.Training[role];
        var (from, until) = ($"{training.From:dd.MM.yyyy}", training.Until is { } end ? $"{end:dd.MM.yyyy}" : "…");
        return new("role-suspended", new(
            $"{person.FullName}: роль «{role.Name().Ru}» приостановлена, обучение действует с {from} по {until}. Пусть шаг сделает другой обученный сотрудник; срок обучения продлевает администратор.",
            $"{person.FullName}: the role \"{role.Name().En}\" is suspended, the training is valid from {from} until {until}. Let somebody else who is trained take the step; the administrator extends the training."));
    }

    public static Refusal Held(Hold hold)
    {
        var (ru, en) = hold.Reason switch
        {
            Hold.Correction => (": исправлено записанное значение, и с верным шаг не прошёл бы так", ": a recorded value was corrected, and with the right one its step would not have gone thus"),
            Hold.Temperature => (": температура вне пределов", ": the temperature lay outside its limits"),
            Hold.Inventory => (": пересчёт хранилища не сошёлся с записями", ": a count of the store disagreed with the records"),
            Hold.Paper => (": внесённое с бумажного листа противоречит правилам", ": what was entered from a paper sheet is against the rules"),
            Hold.Recall => ($": отозвано или изъято то, что использовано ({hold.Thing?.WithCheck})", $": something that was used was recalled or withdrawn ({hold.Thing?.WithCheck})"),
            _ => ("", ""),
        };
        return new("held", new(
            $"Действует запрет № {hold.Number}{ru}. Шаг невозможен, пока ОК или УЛ его не снимет.",
            $"Hold no. {hold.Number} is in force{en}. The step must wait until QA or the QP releases it."));
    }

    public static Refusal WrongState(Step step, Enum state) => new("wrong-state", step.NotYet.GetValueOrDefault(state) ?? new Text(
        $"Сейчас «{StateNames.Of(state).Ru}»: шаг «{step.Name.Ru}» невозможен. Обновите страницу: возможно, его уже выполнили.",
        $"It is “{StateNames.Of(state).En}” now: “{step.Name.En}” is not possible. Refresh: somebody may have done it already."));
}
