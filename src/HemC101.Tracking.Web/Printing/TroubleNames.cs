using HemC101.Tracking.Printing;
using HemC101.Tracking.Storage.Printing;

namespace HemC101.Tracking.Web.Printing;

/// <summary>What is the matter with a printer, and what to do about it, in the words of the crews.</summary>
public static class TroubleNames
{
    public static Text Of(PrintTrouble trouble) => trouble switch
    {
        PrintTrouble.NotThere => new("не отвечает", "does not answer"),
        PrintTrouble.Silent => new("завис: не говорит, что с ним", "hangs: does not say how it is"),
        PrintTrouble.PaperOut => new("кончились этикетки", "out of labels"),
        PrintTrouble.RibbonOut => new("кончилась красящая лента", "out of ribbon"),
        PrintTrouble.HeadOpen => new("открыта печатающая головка", "its head is open"),
        PrintTrouble.CutterFault => new("застрял нож", "its cutter is stuck"),
        PrintTrouble.PaperJam => new("застряла этикетка", "a label is jammed"),
        PrintTrouble.Overheated => new("перегрелся", "overheated"),
        PrintTrouble.Paused => new("на паузе", "paused"),
        PrintTrouble.Fault => new("сообщает об ошибке", "reports an error"),
        PrintTrouble.Busy => new("держит в памяти этикетку, которая не вышла", "holds a label that did not come out"),
        PrintTrouble.Broken => new("связь оборвалась посреди этикетки", "the connection broke in the middle of a label"),
        PrintTrouble.Stalled => new("перестал принимать данные посреди этикетки", "stopped taking data in the middle of a label"),
        PrintTrouble.NoEnd => new("не подтвердил, что этикетка вышла", "did not say that the label came out"),
        PrintTrouble.Interrupted => new("печать прервалась, когда программа останавливалась", "printing broke off while the program stopped"),
    };

    /// <summary>What to do at the printer; the rest goes by itself.</summary>
    public static Text ToDo(PrintTrouble trouble) => trouble switch
    {
        PrintTrouble.NotThere => new("Включите принтер, проверьте кабель и сеть.", "Switch the printer on, check cable and network."),
        PrintTrouble.Silent => new("Выключите принтер и включите снова.", "Switch the printer off and on again."),
        PrintTrouble.PaperOut => new("Вложите рулон этикеток, закройте крышку, снимите принтер с паузы.", "Load a roll of labels, close the lid, take the printer off pause."),
        PrintTrouble.RibbonOut => new("Вложите красящую ленту, закройте крышку, снимите принтер с паузы.", "Load ribbon, close the lid, take the printer off pause."),
        PrintTrouble.HeadOpen => new("Закройте печатающую головку, снимите принтер с паузы.", "Close the print head, take the printer off pause."),
        PrintTrouble.CutterFault or PrintTrouble.PaperJam => new(
            "Откройте крышку, уберите застрявшее, закройте, снимите принтер с паузы.", "Open the lid, remove what is stuck, close it, take the printer off pause."),
        PrintTrouble.Overheated => new("Дайте принтеру остыть.", "Let the printer cool down."),
        PrintTrouble.Paused => new("Нажмите на принтере «Пауза».", "Press “Pause” on the printer."),
        PrintTrouble.Fault => new("Прочтите, что на экране принтера, и позовите того, кто за него отвечает.", "Read the printer's display and call whoever looks after it."),
        PrintTrouble.Busy => new(
            "Дайте принтеру допечатать или отмените на нём то, что он держит.", "Let the printer finish, or cancel on it what it holds."),
        PrintTrouble.Broken or PrintTrouble.Stalled or PrintTrouble.NoEnd or PrintTrouble.Interrupted => new("Подойдите к принтеру.", "Go to the printer."),
    };

    /// <returns>What becomes of this label and what is to be done for it; null while it simply takes its turn.</returns>
    public static Text? Next(PrintJobRow job) => (job.State, job.Trouble) switch
    {
        (PrintJobState.Unknown, var trouble) => Joined(trouble, new(
            "Подождите минуту: принтер мог допечатать её сам. Потом посмотрите, вышла ли этикетка с этим номером, и скажите об этом в разделе «Этикетки».",
            "Wait a minute: the printer may have finished it by itself. Then look whether the label of this number came out, and say so on the page Labels.")),
        (PrintJobState.Queued or PrintJobState.Sending, { } trouble) => Joined(trouble, new(
            "Этикетка ждёт и выйдет сама. Другой принтер выбирают в разделе «Этикетки».",
            "The label waits and comes out by itself. Another printer is chosen on the page Labels.")),
        (PrintJobState.Withheld, _) => new(
            $"Её не удалось построить, ничего не отправлено. {job.LastError}",
            $"It could not be drawn, nothing was sent. {job.LastError}"),
        _ => null,
    };

    public static Text Of(PrintCancelReason reason) => reason switch
    {
        PrintCancelReason.NotNeeded => new("Не понадобилась", "Not needed"),
        PrintCancelReason.PrintedElsewhere => new("Вместо неё напечатана другая", "Another was printed in its place"),
        PrintCancelReason.CannotBePrinted => new("Напечатать нельзя", "Cannot be printed"),
    };

    private static Text Joined(PrintTrouble? trouble, Text then) => trouble is { } known
        ? new($"Принтер: {Of(known).Ru}. {ToDo(known).Ru} {then.Ru}", $"Printer: {Of(known).En}. {ToDo(known).En} {then.En}")
        : then;
}
