using System.Net;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Tests.People;

namespace HemC101.Tracking.Web.Tests.Administration;

public sealed class HousePagesTests : IAsyncLifetime, IDisposable
{
    private const string Gtin = "4006381333931";

    private readonly Office _office = new();
    private HttpClient _quality = null!;
    private HttpClient _administrator = null!;

    private Database Database => _office.Desk.Database;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _quality = await _office.SignedInAsync(Office.QualityName);
        _administrator = await _office.SignedInAsync(Office.AdministratorName);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)_office).DisposeAsync();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Register_MaterialLot_WaitsInQuarantineWithPlateAndLedgerEntry()
    {
        var lot = await LotAsync();

        Assert.Equal((HouseStatus.Quarantine, MaterialKind.Vector, "LV-0042", "0" + Gtin), (lot.Status, lot.MaterialKind, lot.ManufacturerLot, lot.Gtin));
        Assert.Equal(new DateOnly(2027, 1, 31), lot.ExpiresOn);
        var entries = await EventLedger.ReadStreamAsync(Database, $"house/{lot.HouseId}", default);
        Assert.Equal(["HouseThingRegistered", "PlatePrinted"], entries.Select(entry => entry.Type));
        var serial = PrintSerial.Parse(entries[1].Data.Split('"')[3]);
        var print = (await LabelPrints.FindAsync(Database, serial, default))!;
        Assert.Equal(
            (LabelKind.HouseThing, Carrier.Plate, lot.HouseId, lot.HouseId.ToString()), (print.Kind, print.Carrier, print.HouseId!.Value, print.Symbol));
        using var fields = System.Text.Json.JsonDocument.Parse((await _office.JobAsync(serial)).Fields);
        Assert.Equal(lot.HouseId.ToString(), fields.RootElement.GetProperty("House").GetString());
    }

    [Theory]
    [InlineData(HouseKind.Equipment)]
    [InlineData(HouseKind.Location)]
    [InlineData(HouseKind.TransportBox)]
    [InlineData(HouseKind.Seal)]
    [InlineData(HouseKind.Station)]
    public async Task Register_OtherThings_AreInUseAtOnce(HouseKind kind)
    {
        await RegisterAsync(_administrator, kind, ("NameRu", "Сосуд 1"), ("NameEn", "Vessel 1"));

        var thing = Assert.Single(await HouseThings.ListAsync(Database, kind, default));
        Assert.Equal((HouseStatus.Released, "Сосуд 1", "Vessel 1"), (thing.Status, thing.NameRu, thing.NameEn));
    }

    [Fact]
    public async Task Register_NumberGivenByHandBefore_TakesTheNext()
    {
        await using (var work = await Database.BeginAsync(default))
        {
            await HouseThings.AddAsync(
                work,
                new HouseThingRow
                {
                    HouseId = HouseId.Issue(HouseKind.Seal, 1),
                    Kind = HouseKind.Seal,
                    NameRu = "Пломба",
                    NameEn = "Seal",
                    Status = HouseStatus.Released,
                    CreatedAt = _office.Desk.Time.GetUtcNow(),
                },
                default);
            await work.CommitAsync(default);
        }

        await RegisterAsync(_administrator, HouseKind.Seal, ("NameRu", "Пломба"), ("NameEn", "Seal"));

        Assert.NotNull(await HouseThings.FindAsync(Database, HouseId.Issue(HouseKind.Seal, 2), default));
    }

    [Theory]
    [InlineData("", "LV-0042", Gtin, "2027-01-31", "Выберите")]
    [InlineData("Vector", "", Gtin, "2027-01-31", "серию производителя")]
    [InlineData("Vector", "серия 42", Gtin, "2027-01-31", "серию производителя")]
    [InlineData("Vector", "LV-0042", "4006381333932", "2027-01-31", "GTIN")]
    [InlineData("Vector", "LV-0042", "40063813", "2027-01-31", "GTIN")]
    [InlineData("Vector", "LV-0042", Gtin, "", "срок годности")]
    [InlineData("Vector", "LV-0042", Gtin, "31.02.2027", "Дата введена не так")]
    [InlineData("Vector", "LV-0042", Gtin, "2026-03-01", "истёк")]
    public async Task Register_BadLot_SaysWhyAndRecordsNothing(string material, string lot, string gtin, string expiry, string reason)
    {
        var answer = await RegisterLotAsync(_quality, material, lot, gtin, expiry);

        Assert.Contains(reason, await Office.ReasonsAsync(answer), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await HouseThings.ListAsync(Database, HouseKind.MaterialLot, default));
    }

    [Fact]
    public async Task Register_LastDayIsToday_IsStillGood() =>
        Assert.Equal(HttpStatusCode.Redirect, (await RegisterLotAsync(_quality, "Vector", "LV-0042", Gtin, "2026-03-02")).StatusCode);

    [Fact]
    public async Task Register_EquipmentByQuality_IsRefused()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _quality.GetAsync(new Uri("/Administration/House/Add?kind=Equipment", UriKind.Relative))).StatusCode);

        var answer = await Office.SendAsync(
            _quality, "/Administration/House/Add?kind=MaterialLot", null, ("Kind", "Equipment"), ("NameRu", "Сосуд"), ("NameEn", "Vessel"));

        Assert.Contains("заводит администратор", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_QualityReleasesTheLot_StatusAndLedgerSaySo()
    {
        var lot = await LotAsync();

        await MoveAsync(_quality, Office.QualityName, lot, HouseStatus.Released, "ПС-42/26");

        Assert.Equal(HouseStatus.Released, (await LotAsync(lot)).Status);
        var last = (await EventLedger.ReadStreamAsync(Database, $"house/{lot.HouseId}", default))[^1];
        Assert.Equal((await _office.AccountAsync(Office.QualityName)).StaffNo.ToString(), last.Actor);
        Assert.Equal("""{"From":"Quarantine","To":"Released","Basis":"ПС-42/26","Method":"Password"}""", last.Data);
    }

    [Theory]
    [InlineData(Office.QualityName, "wrong password here", "ПС-42", HouseStatus.Released)]
    [InlineData(Desk.UserName, Desk.Password, "ПС-42", HouseStatus.Released)]
    [InlineData(Office.QualityName, Desk.Password, "", HouseStatus.Released)]
    [InlineData(Office.QualityName, Desk.Password, "<b>", HouseStatus.Released)]
    [InlineData(Office.QualityName, Desk.Password, "ПС-42", HouseStatus.Retired)]
    [InlineData(Office.QualityName, Desk.Password, "ПС-42", HouseStatus.Quarantine)]
    public async Task Move_NotProvenOrNotPossible_ChangesNothing(string signer, string secret, string basis, HouseStatus to)
    {
        var lot = await LotAsync();

        var answer = await Office.SendAsync(
            _quality, PageOf(lot), "Move", ("Proof.Signer", signer), ("Proof.Secret", secret), ("Basis", basis), ("To", $"{to}"));

        Assert.NotEmpty(await Office.ReasonsAsync(answer));
        Assert.Equal(HouseStatus.Quarantine, (await LotAsync(lot)).Status);
    }

    [Fact]
    public async Task Move_ExpiredLot_IsNotReleased()
    {
        var lot = await LotAsync();
        _office.Desk.Time.Advance(TimeSpan.FromDays(400));
        var quality = await _office.SignedInAsync(Office.QualityName);

        var answer = await MoveAsync(quality, Office.QualityName, lot, HouseStatus.Released, "ПС-42");

        Assert.Contains("истёк", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_SomebodyWasFirst_ChangesNothing()
    {
        var lot = await LotAsync();
        await MoveAsync(_quality, Office.QualityName, lot, HouseStatus.Rejected, "ОТЗ-1");
        await MoveAsync(_quality, Office.QualityName, lot, HouseStatus.Retired, "ОТЗ-1");
        var other = await LotAsync("LV-0043");

        var answer = await Office.SendAsync(
            _quality, PageOf(other), "Move", Proof(Office.QualityName, ("From", "Released"), ("To", "Retired"), ("Basis", "ПС-43")));

        Assert.Contains("кто-то другой", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
        Assert.Equal(HouseStatus.Retired, (await LotAsync(lot)).Status);
        Assert.Equal(HouseStatus.Quarantine, (await LotAsync(other)).Status);
    }

    [Fact]
    public async Task Move_RetiredLot_CanBeRecalled_AndARecalledOneStaysSo()
    {
        var lot = await LotAsync();
        await MoveAsync(_quality, Office.QualityName, lot, HouseStatus.Rejected, "ОТЗ-1");
        await MoveAsync(_quality, Office.QualityName, lot, HouseStatus.Retired, "ОТЗ-1");

        await MoveAsync(_quality, Office.QualityName, lot, HouseStatus.Recalled, "ОТЗ-2");
        var page = await Office.GetAsync(_quality, PageOf(lot));

        Assert.Equal(HouseStatus.Recalled, (await LotAsync(lot)).Status);
        Assert.Null(page.QuerySelector("[name='To']"));
    }

    [Fact]
    public async Task Move_LotByAnAdministrator_IsNotOfferedAndRefused()
    {
        var lot = await LotAsync();

        var page = await Office.GetAsync(_administrator, PageOf(lot));
        var answer = await Office.SendAsync(
            _administrator, PageOf(lot), "Plate", Proof(Office.AdministratorName, ("From", "Quarantine"), ("To", "Released"), ("Basis", "ПС-42")));

        Assert.Null(page.QuerySelector("[name='To']"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HouseStatus.Quarantine, (await LotAsync(lot)).Status);
    }

    [Fact]
    public async Task Move_OccupiedDevice_IsNotRetired()
    {
        await RegisterAsync(_administrator, HouseKind.Equipment, ("NameRu", "Биореактор"), ("NameEn", "Bioreactor"));
        var device = Assert.Single(await HouseThings.ListAsync(Database, HouseKind.Equipment, default));
        await using (var work = await Database.BeginAsync(default))
        {
            await HouseThings.OccupyAsync(work, device.HouseId, CoiId.Issue(FacilityNumber.Parse("A9999"), 2026, 1), default);
            await work.CommitAsync(default);
        }

        var answer = await MoveAsync(_administrator, Office.AdministratorName, device, HouseStatus.Retired, "АКТ 7");

        Assert.Contains("материал участника", await Office.ReasonsAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ScriptInTheName_IsShownAsText()
    {
        const string script = "<script>alert(1)</script>";
        await RegisterAsync(_administrator, HouseKind.Station, ("NameRu", script), ("NameEn", script));
        var thing = Assert.Single(await HouseThings.ListAsync(Database, HouseKind.Station, default));

        var list = await Office.GetAsync(_administrator, "/Administration/House?kind=Station");
        var own = await Office.GetAsync(_administrator, PageOf(thing));

        Assert.Contains(script, list.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(script, own.QuerySelector("main h1")!.TextContent);
        Assert.Empty(list.QuerySelectorAll("main script"));
        Assert.Empty(own.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData("%26m9999999999")]
    [InlineData("%26x0000000001")]
    [InlineData("nothing")]
    public async Task Get_NothingThere_IsNotFound(string id) => Assert.Equal(
        HttpStatusCode.NotFound, (await _quality.GetAsync(new Uri($"/Administration/House/{id}", UriKind.Relative))).StatusCode);

    [Fact]
    public async Task Everything_Done_LeavesTheLedgerWhole()
    {
        await MoveAsync(_quality, Office.QualityName, await LotAsync(), HouseStatus.Rejected, "ОТК 1");

        Assert.Null((await EventLedger.VerifyAsync(Database, default)).First);
    }

    private static string PageOf(HouseThingRow thing) => $"/Administration/House/{Uri.EscapeDataString(thing.HouseId.ToString())}";

    private static (string Name, string Value)[] Proof(string signer, params (string Name, string Value)[] fields) =>
        [("Proof.Signer", signer), ("Proof.Secret", Desk.Password), .. fields];

    private static Task<HttpResponseMessage> MoveAsync(HttpClient browser, string signer, HouseThingRow thing, HouseStatus to, string basis) =>
        Office.SendAsync(browser, PageOf(thing), "Move", Proof(signer, ("To", $"{to}"), ("Basis", basis)));

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient browser, HouseKind kind, params (string Name, string Value)[] fields) =>
        Office.SendAsync(browser, $"/Administration/House/Add?kind={kind}", null, fields);

    private static Task<HttpResponseMessage> RegisterLotAsync(HttpClient browser, string material, string lot, string gtin, string expiry) =>
        RegisterAsync(
            browser,
            HouseKind.MaterialLot,
            ("NameRu", "Вектор"),
            ("NameEn", "Vector"),
            ("Material", material),
            ("ManufacturerLot", lot),
            ("Gtin", gtin),
            ("ExpiresOn", expiry));

    private async Task<HouseThingRow> LotAsync(string lot = "LV-0042")
    {
        Assert.Equal(HttpStatusCode.Redirect, (await RegisterLotAsync(_quality, "Vector", lot, Gtin, "2027-01-31")).StatusCode);
        return (await HouseThings.ListAsync(Database, HouseKind.MaterialLot, default)).Single(row => row.ManufacturerLot == lot);
    }

    private async Task<HouseThingRow> LotAsync(HouseThingRow lot) => (await HouseThings.FindAsync(Database, lot.HouseId, default))!;
}
