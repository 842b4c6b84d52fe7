using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Web.Steps;

/// <summary>Refusals that only the desk can know: clocks, and two people at once.</summary>
internal static class StepReasons
{
    public static Refusal DeviceClock { get; } = new("device-clock", new(
        "Часы этого устройства спешат больше чем на 2 минуты. Ничего не записано. Исправьте часы и повторите.",
        "This device's clock is more than 2 minutes ahead. Nothing was recorded. Set the clock and try again."));

    public static Refusal SomebodyWasFirst { get; } = new("somebody-was-first", new(
        "Кто-то только что сделал другой шаг этой цепочки. Ничего не записано. Обновите страницу и посмотрите, что изменилось.",
        "Somebody has just taken another step of this chain. Nothing was recorded. Refresh and see what changed."));

    public static Refusal DeviceTaken { get; } = new("device-taken", new(
        "Это устройство только что занял материал другого участника. Ничего не записано. Возьмите другое.",
        "Another participant's material has just taken this device. Nothing was recorded. Take another one."));
}
