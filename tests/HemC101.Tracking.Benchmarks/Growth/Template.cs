using System.Globalization;
using System.Text;
using System.Text.Json;
using HemC101.Tracking.Chain;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using Microsoft.Data.Sqlite;

namespace HemC101.Tracking.Benchmarks.Growth;

/// <summary>Every row that one participant left, and what its identifiers become in the copies.</summary>
internal sealed class Template
{
    private const int SerialsFrom = 100_000_000;
    public const int BatchesOfALot = 500;

    private const int LotsFrom = 2_000_000;
    private const int SealsFrom = 1_000_000_000;
    private const string CompanyPrefix = "460999999";

    private readonly List<KeyValuePair<string, Func<int, string>>> _made = [];
    private readonly int _prints;
    private readonly int _seals;

    public Template(ChainState chain, SqliteConnection connection)
    {
        _prints = chain.Prints.Count;
        _seals = chain.UsedSeals.Count;
        Add($"{chain.Coi}", n => $"{CoiOf(n)}");
        Add($"{chain.CurrentCollection!.Donation}", n => $"{DonationNumber.Issue(chain.Coi.Facility, 2030 + (n / 900_000), 1 + (n % 900_000))}");
        Add($"{chain.Patient}", n => $"{PatientKey.Issue(CompanyPrefix, n + 1)}");
        Add($"{chain.Subject}", n => $"{SubjectNumber.Issue(2 + (n / 990), 1 + (n % 990))}");
        Add($"{chain.CurrentBatch!.Number}", n => $"{BatchOf(n)}");
        Add(chain.CurrentBatch.Number.Lot, n => BatchOf(n).Lot);
        foreach (var (serial, at) in chain.Prints.Keys.Select(serial => serial.ToString()).Order(StringComparer.Ordinal).Select((serial, at) => (serial, at)))
        {
            Add(serial, n => $"{PrintSerial.Issue(SerialsFrom + ((long)n * _prints) + at)}");
        }

        foreach (var (seal, at) in chain.UsedSeals.Select((seal, at) => (seal, at)))
        {
            Add($"{seal}", n => $"{HouseId.Issue(HouseKind.Seal, SealsFrom + ((long)n * _seals) + at)}");
        }

        foreach (var (lot, at) in chain.CurrentBatch.Lots.OrderBy(lot => lot.ToString(), StringComparer.Ordinal).Select((lot, at) => (lot, at)))
        {
            Add($"{lot}", n => $"{LotOf(at, n)}");
        }

        Chain = chain;
        Rows = TemplateRows.Read(this, connection);
    }

    public ChainState Chain { get; }

    /// <summary>Table by table, in the order in which they refer to each other.</summary>
    public IReadOnlyList<TemplateRows> Rows { get; }

    public static CoiId CoiOf(int n) => CoiId.Issue(FacilityNumber.Parse("A9999"), 2030 + (n / 900_000), 1 + (n % 900_000));

    /// <summary>A lot lasts for <see cref="BatchesOfALot"/> batches.</summary>
    public static HouseId LotOf(int at, int n) => HouseId.Issue(HouseKind.MaterialLot, LotsFrom + (at * 1_000L) + (n / BatchesOfALot));

    public Mould MouldOf(string text) => new(text, _made);

    /// <summary>For the identifiers of attempts and scans, which nothing is printed from.</summary>
    public void AddName(string name)
    {
        if (!_made.Exists(token => token.Key == name))
        {
            Add(name, n => string.Create(CultureInfo.InvariantCulture, $"{name}.{n}"));
        }
    }

    /// <summary>For the ids of what people typed, which look like hashes; the sealed words stay those of the model.</summary>
    public void AddText(string id) => Add(id, n => $"{Digest.Of(Encoding.UTF8.GetBytes($"{id}.{n}"))}");

    private static BatchNumber BatchOf(int n) => BatchNumber.Issue(2000 + ((n / 990) % 100), 1 + (n % 990));

    /// <summary>Also as JSON writes it, in which a house code's mark is escaped.</summary>
    private void Add(string token, Func<int, string> made)
    {
        _made.Add(new(token, made));
        if (JsonSerializer.Serialize(token)[1..^1] is var written && written != token)
        {
            _made.Add(new(written, n => JsonSerializer.Serialize(made(n))[1..^1]));
        }
    }
}
