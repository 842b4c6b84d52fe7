using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Refusals that only the desk can know: clocks, and two people at once.</summary>
internal static class StepReasons
{
    public static Refusal DeviceClock { get; } = new("device-clock", new(
        "Часы этого устройства спешат или отстают. Ничего не записано. Исправьте часы и повторите.",
        "This device's clock is fast or slow. Nothing was recorded. Set the clock and try again."));

    public static Refusal SentBefore { get; } = new("sent-before", new(
        "Эта форма уже была отправлена с другим содержанием; записано первое. Откройте шаг заново и проверьте, что записано.",
        "This form was sent before with another content; the first was recorded. Open the step again and see what is recorded."));

    public static Refusal OtherHalf { get; } = new("other-half", new(
        "Пока вы работали, очередь в этой независимой проверке изменилась: первая половина только что закрыта или уже не действует. Ничего не записано. Ваши сканирования остались; посмотрите, чья теперь половина, и подпишите её.",
        "While you worked the turn in this independent check changed: the first half was just closed, or counts no longer. Nothing was recorded. Your scans are kept; see whose half it is now, and sign that one."));

    public static Refusal SomebodyWasFirst { get; } = new("somebody-was-first", new(
        "Кто-то только что сделал другой шаг этой цепочки. Ничего не записано. Обновите страницу и посмотрите, что изменилось.",
        "Somebody has just taken another step of this chain. Nothing was recorded. Refresh and see what changed."));

    public static Refusal DeviceTaken { get; } = new("device-taken", new(
        "Устройство, контейнер или пломбу только что занял материал другого участника. Ничего не записано. Возьмите другое.",
        "Another participant's material has just taken this device, box or seal. Nothing was recorded. Take another one."));
}
