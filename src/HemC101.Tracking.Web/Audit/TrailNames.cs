using System.Collections.Frozen;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Storage.Accounts;
using HemC101.Tracking.Storage.Alarms;
using HemC101.Tracking.Web.Alarms;
using HemC101.Tracking.Web.Custody;
using HemC101.Tracking.Web.Fallback;
using HemC101.Tracking.Web.House;
using HemC101.Tracking.Web.Infrastructure;
using HemC101.Tracking.Web.Participants;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Protocol;
using HemC101.Tracking.Web.Scanners;
using HemC101.Tracking.Web.Steps;
using HemC101.Tracking.Web.Templates;
using HemC101.Tracking.Web.Traces;

namespace HemC101.Tracking.Web.Audit;

/// <summary>Entries of the ledger, their stations and those who act without a badge, in people's words.</summary>
internal static class TrailNames
{
    /// <summary>No entry of the ledger: the looks lie in a table of their own and are asked for like a kind of entry.</summary>
    public const string Looked = "PersonalDataLooked";

    public static Text LookedName { get; } = new("Открыты персональные данные", "Personal data opened");

    private static readonly FrozenDictionary<string, Text> House = new Dictionary<string, Text>
    {
        ["SettingsAdopted"] = new("Настройки исследования введены", "Study settings adopted"),
        [SettingsIssued.Type] = new("Настройки исследования выпущены", "Study settings issued"),
        [StudyHeld.Type] = new("ИССЛЕДОВАНИЕ ПРИОСТАНОВЛЕНО", "STUDY PUT ON HOLD"),
        [StudyHoldLifted.Type] = new("Исследование продолжено", "Study goes on"),
        [LabelTemplatesApproved.Type] = new("Шаблоны этикеток утверждены", "Label templates approved"),
        [RecallDrilled.Type] = new("Учебный отзыв записан", "Mock recall recorded"),
        ["PersonAdded"] = new("Сотрудник заведён", "Person added"),
        [AccountRecovered.Type] = new("Доступ восстановлен вдвоём", "Access recovered by two"),
        [RightsGiven.Type] = new("Права даны вдвоём", "Rights given by two"),
        ["SecretLeaked"] = new("PIN-код или пароль закрыт как ставший известным", "PIN or password closed since it got known"),
        ["CredentialLocked"] = new("Закрыто после ошибок ввода", "Locked after wrong entries"),
        ["BadgeReplaced"] = new("Бейдж заменён", "Badge replaced"),
        ["RolesChanged"] = new("Роли изменены", "Roles changed"),
        ["TrainingChanged"] = new("Допуск к ролям изменён", "Training changed"),
        ["SessionsEnded"] = new("Сеансы закрыты", "Sessions ended"),
        [EscrowBook.Type] = new("Копии ключей проверены", "Copies of the keys proven"),
        ["AccountOpened"] = new("Учётная запись открыта", "Account opened"),
        ["AccountClosed"] = new("Учётная запись закрыта", "Account closed"),
        ["AccountUnlocked"] = new("Блокировка входа снята", "Account unlocked"),
        ["PinChanged"] = new("PIN-код изменён", "PIN changed"),
        ["PasswordChanged"] = new("Пароль изменён", "Password changed"),
        ["PasskeyAdded"] = new("Ключ доступа добавлен", "Passkey added"),
        ["PasskeyRemoved"] = new("Ключ доступа удалён", "Passkey removed"),
        ["PasskeyRefused"] = new("Ключ доступа отклонён: счётчик пошёл назад", "Passkey refused: its counter went back"),
        [StationEvents.Offered] = new("Код для станции выдан", "Code for a station given"),
        [StationEvents.Registered] = new("Устройство зарегистрировано как станция", "Device registered as a station"),
        [StationEvents.Revoked] = new("Регистрация станции отозвана", "Registration of a station revoked"),
        [StationEvents.HandedOver] = new("Место передано", "Station handed over"),
        [StationEvents.Vouched] = new("Коллега поручился за вход", "A colleague vouched for a session"),
        ["HouseThingRegistered"] = new("Объект учреждения заведён", "House thing registered"),
        ["HouseThingMoved"] = new("Статус объекта изменён", "Status of a house thing changed"),
        [CountJournal.OpenedType] = new("Пересчёт хранилища открыт", "Count of the store opened"),
        [CountJournal.ScannedType] = new("Пакет посчитан", "Bag counted"),
        [CountJournal.ClosedType] = new("Пересчёт хранилища закрыт", "Count of the store closed"),
        [FallbackJournal.PrintedType] = new("Резервный набор напечатан", "Fallback set printed"),
        [FallbackJournal.IssuedType] = new("Резервный набор выдан", "Fallback set issued"),
        [FallbackJournal.UsedType] = new("Резервный набор использован", "Fallback set used"),
        [FallbackJournal.DestroyedType] = new("Резервный набор уничтожен", "Fallback set destroyed"),
        [FallbackJournal.MissingType] = new("РЕЗЕРВНЫЙ НАБОР НЕ НАЙДЕН", "FALLBACK SET MISSING"),
        [FallbackJournal.CountedType] = new("Резервные наборы пересчитаны", "Fallback sets counted"),
        ["RecallLifted"] = new("Запреты отзыва сняты", "Holds of a recall lifted"),
        [PrintJournal.Cancelled] = new("Печать этикетки отменена", "Print of a label cancelled"),
        [PrintJournal.Seen] = new("Сказано: этикетка вышла", "Said: the label came out"),
        [PrintJournal.NotSeen] = new("Сказано: этикетка не вышла, печатается снова", "Said: the label did not come out, it is printed again"),
        [PrintJournal.Retried] = new("Задержанная этикетка отправлена снова", "Withheld label sent again"),
        [PrintJournal.Rerouted] = new("Этикетка перенаправлена на другой принтер", "Label re-routed to another printer"),
        ["PlatePrinted"] = new("Табличка напечатана", "Plate printed"),
        [nameof(ScannerTested)] = new("Сканер проверен", "Scanner tested"),
        [AlarmEvents.Raised] = new("Тревога: время вышло", "Alarm: time ran out"),
        [AlarmEvents.Called] = new("Тревога: вызван дежурный", "Alarm: person on call called"),
        [AlarmEvents.Acknowledged] = new("Тревога подтверждена", "Alarm acknowledged"),
        [AlarmEvents.Passed] = new("Тревога: причины больше нет", "Alarm: its cause is gone"),
        [OnCalls.Added] = new("Дежурный внесён в список", "Person on call added"),
        [OnCalls.Removed] = new("Дежурный убран из списка", "Person on call removed"),
        [TrailExported.Type] = new("Журнал выгружен", "Trail exported"),
        [TrailReviewed.Type] = new("Журнал рассмотрен", "Trail reviewed"),
        ["DemoCreated"] = new("Демонстрация создана", "Demonstration created"),
        ["DemoFilled"] = new("Демонстрация заполнена", "Demonstration filled"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Text> Chain =
        EventCodec.EventTypes.ToFrozenDictionary(type => type.Name, EventNames.Of);

    private static readonly FrozenDictionary<string, Text> Places = Enum.GetNames<Tracking.Steps.Station>()
        .Select(name => (name, Station.All.First(station => station.Path == $"/{name}").Name))
        .Append(("Administration", Station.All.First(station => station.Path == "/Administration").Name))
        .Append((AlarmJournal.Station, new("Тревоги", "Alarms")))
        .Append((PrintJournal.Station, Station.All.First(station => station.Path == "/Labels").Name))
        .Append(("Console", new("Командная строка сервера", "Command line of the server")))
        .Append(("setup", new("Первый запуск", "First start")))
        .Append(("demo", new("Демонстрация", "Demonstration")))
        .ToFrozenDictionary(place => place.Item1, place => place.Item2);

    private static readonly FrozenDictionary<string, Text> Badgeless = new Dictionary<string, Text>
    {
        ["console"] = new("Командная строка сервера", "Command line of the server"),
        ["setup"] = new("Первый запуск", "First start"),
        [AlarmJournal.Watch.Actor] = new("Наблюдение за сроками", "Watch over the clocks"),
        ["demo"] = new("Демонстрация", "Demonstration"),
    }.ToFrozenDictionary();

    public static IReadOnlyDictionary<string, Text> Stations => Places;

    public static IReadOnlyDictionary<string, Text> Actors => Badgeless;

    /// <summary>Everything that can be asked for, in the language of the request.</summary>
    public static IEnumerable<(string Type, Text Name)> Types =>
        House.Concat(Chain).Select(known => (known.Key, known.Value)).OrderBy(known => Language.T(known.Value), StringComparer.CurrentCulture);

    public static bool IsType(string type) => House.ContainsKey(type) || Chain.ContainsKey(type);

    /// <returns>The code itself for what this program does not know.</returns>
    public static Text OfType(string type) => House.GetValueOrDefault(type) ?? Chain.GetValueOrDefault(type) ?? new(type, type);

    public static Text OfStation(string station) => Places.GetValueOrDefault(station) ?? new(station, station);
}
