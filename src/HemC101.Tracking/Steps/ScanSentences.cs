using System.Globalization;

namespace HemC101.Tracking.Steps;

/// <summary>What the person with the scanner reads when a scan is refused.</summary>
internal static class ScanSentences
{
    public static Text AnotherParticipant { get; } = new(
        "Пакет ДРУГОГО участника. Не использовать. Отложите его, вызовите ОК (QA). Случай записан.",
        "This bag belongs to ANOTHER participant. Do not use it. Put it aside and call QA. The event is recorded.");

    public static Text AnotherTag { get; } = new(
        "Метка RFID НЕ ТА, что записана на этом пакете. Не использовать. Отложите пакет, вызовите ОК (QA). Случай записан.",
        "This is NOT the RFID tag recorded on this bag. Do not use the bag. Put it aside and call QA. The event is recorded.");

    public static Text TagTaken { get; } = new(
        "Эта метка RFID уже записана на другой упаковке. Возьмите новую метку; эту отдайте ОК (QA).",
        "This RFID tag is recorded on another pack already. Take a new one, and give this one to QA.");

    public static Text OtherTagOfTheBag(ScanDemand demand) => new(
        $"Прочитана другая метка этого же пакета. Поднесите считыватель ближе. Нужна: {demand.Prompt.Ru}.",
        $"The other tag of this bag was read. Hold the reader closer. Wanted: {demand.Prompt.En}.");

    public static Text AnotherParticipantsLabel { get; } = new(
        "Этикетка ДРУГОГО участника. Не наклеивайте её. Отложите, вызовите ОК (QA). Случай записан.",
        "This label is ANOTHER participant's. Do not put it on. Put it aside and call QA. The event is recorded.");

    public static Text AnotherBand { get; } = new(
        "Браслет ДРУГОГО человека. Остановитесь. Проверьте, у того ли вы пациента. Случай записан.",
        "This wristband belongs to ANOTHER person. Stop. Check that you are with the right patient. The event is recorded.");

    public static Text OldBand { get; } = new(
        "Этот браслет заменён и недействителен. Отсканируйте новый браслет на руке; старый уничтожьте.",
        "This wristband was replaced and is void. Scan the new one on the wrist; destroy the old one.");

    public static Text BandNotBound { get; } = new(
        "Браслет ещё не закреплён за участником. Сначала выполните шаг «Надеть браслет» вдвоём.",
        "This wristband is not bound yet. First do the step “Bind the wristband”, two people together.");

    public static Text NeedsDataMatrix { get; } = new(
        "Это линейный код с номером донации. Отсканируйте квадратный код (Data Matrix) на той же этикетке.",
        "This is the linear donation code. Scan the square Data Matrix on the same label.");

    public static Text UnknownPrint { get; } = new(
        "Такая этикетка в системе не печаталась. Не использовать. Вызовите ОК (QA).",
        "No such label was printed by this system. Do not use it. Call QA.");

    public static Text VoidPrint { get; } = new(
        "Эта этикетка аннулирована. Не использовать. Найдите действующую этикетку на самом пакете или вызовите ОК (QA).",
        "This label is void. Do not use it. Find the live label on the bag itself or call QA.");

    public static Text NotTheBagItself { get; } = new(
        "Это код бирки, кассеты, пробирки, контейнера, наклейки или листа. Отсканируйте этикетку на самом пакете.",
        "This code stands on a tag, cassette, tube, box, sticker or sheet. Scan the label on the bag itself.");

    public static Text NotAppliedYet { get; } = new(
        "Эта этикетка напечатана, но ещё не наклеена и не отсканирована на своём пакете.",
        "This label is printed but was not applied and scanned back on its bag yet.");

    public static Text ReprintWaits { get; } = new(
        "Эта этикетка перепечатана, но ещё не наклеена и не отсканирована. На пакете действует прежняя: отсканируйте её или сначала наклейте новую («Наклеить этикетку и считать её»).",
        "This reprint is not applied and scanned back yet. The label on the bag is still valid: scan that one, or put the new one on first (“Apply a label and scan it back”).");

    public static Text NotRegistered { get; } = new(
        "Этого кода нет в реестре. Зарегистрируйте его в разделе «Администрирование» или возьмите другой.",
        "This code is not in the register. Register it under Administration or take another one.");

    public static Text Occupied { get; } = new(
        "Здесь сейчас материал другого участника. Очистите рабочее место или возьмите другое устройство, другую позицию.",
        "Another participant's material is here now. Clear the workstation, or take another device or position.");

    public static Text PositionTaken { get; } = new(
        "В этой позиции уже лежит пакет. Возьмите свободную позицию.", "This position holds a bag already. Take a free one.");

    public static Text SealUsed { get; } = new(
        "Эта пломба уже была использована. Возьмите новую.", "This seal was used before. Take a new one.");

    public static Text WrongDay(int? day) => new(
        $"СТОП: это доза Дня {day}. Сегодня нужна другая. Верните пакет в криохранилище.",
        $"STOP: this is the Day {day} dose. The other one is due. Return the bag to the cell store.");

    public static Text OtherThingOfChain(ScanDemand demand) => new(
        $"Это другой контейнер того же участника. Нужно: {demand.Prompt.Ru}.",
        $"This is another container of the same participant. Wanted: {demand.Prompt.En}.");

    public static Text OtherLabelOfChain(ScanDemand demand) => new(
        $"Это другая этикетка того же участника. Нужно: {demand.Prompt.Ru}.",
        $"This is another label of the same participant. Wanted: {demand.Prompt.En}.");

    public static Text AnotherPosition(string expected) => new(
        $"Это другая позиция. Пакет лежит в позиции {expected}. Отсканируйте её.",
        $"This is another position. The bag lies in position {expected}. Scan that one.");

    public static Text NotTheOne(ScanDemand demand) => new(
        $"Номер не совпадает с записанным при передаче. Нужно: {demand.Prompt.Ru}. Отложите и вызовите ОК (QA).",
        $"The number is not the one recorded before. Wanted: {demand.Prompt.En}. Put it aside and call QA.");

    public static Text NotReleased(HouseThing thing) => new(
        $"«{thing.Name.Ru}» не разрешено к использованию. Возьмите другое или спросите ОК (QA).",
        $"“{thing.Name.En}” is not released for use. Take another one or ask QA.");

    public static Text LotExpired(DateOnly last) => new(
        $"Срок годности истёк {last.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}. Возьмите другую серию.",
        $"Expired on {last.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}. Take another lot.");
}
