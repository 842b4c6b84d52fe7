using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Steps.Catalogue;

namespace HemC101.Tracking.Papers;

/// <summary>Every paper that can be printed about a chain (clinical.md 7.3 E and K, X-34).</summary>
public static class DocumentCatalogue
{
    /// <summary>Of a destruction act over labels; every other is about a bag.</summary>
    public const string Labels = "labels";

    /// <summary>What the discarding step says of a bag that was never found.</summary>
    private const string NeverFound = "lost";

    private static readonly Role[] Record = [Role.Investigator, Role.Coordinator, Role.QualifiedPerson, Role.QualityAssurance];

    private static readonly Role[] Crews = [.. Enum.GetValues<Role>().Except([Role.Administrator, Role.Courier])];

    public static readonly Document ChainReport = new()
    {
        Id = "chain-report",
        Name = new("Отчёт по цепочке", "Chain report"),
        Roles = Record,
        Subjects = _ => [""],
    };

    public static readonly Document Accompanying = new()
    {
        Id = "accompanying",
        Name = new("Сопроводительный лист", "Accompanying sheet"),
        Numbered = SheetKind.Accompanying,
        Station = Station.CellStore,
        Roles = [Role.Cryostore, Role.LabOperator, Role.WardNurse, Role.QualityAssurance],
        Subjects = chain => chain.Bags.Where(bag => !bag.IsTerminal && !bag.HasEndedUninfused).Select(bag => $"{bag.Id}"),
        Against = (chain, bag) => chain.Find(DoseBagId.Parse(bag)) is not { } filled || chain.Find(filled.Batch) is not { MayBeGiven: true } batch ? DocumentReasons.NotReleased
            : batch is { WasSuppliedOutOfSpecification: false, HasFailedTest: true } ? DocumentReasons.FailedSince
            : null,
    };

    /// <summary>Also of a batch that was supplied out of specification; it says so, and never that it was released.</summary>
    public static readonly Document Release = new()
    {
        Id = "release",
        Name = new("Сертификат выпуска", "Release certificate"),
        Roles = [Role.QualifiedPerson, Role.QualityAssurance, Role.Investigator],
        Subjects = chain => chain.Batches.Where(batch => batch.MayBeGiven).Select(batch => $"{batch.Number}"),
        Against = (chain, batch) => chain.Find(BatchNumber.Parse(batch))?.HasFailedTest == true ? DocumentReasons.FailedSince : null,
    };

    public static readonly Document Infusion = new()
    {
        Id = "infusion",
        Name = new("Протокол введения", "Infusion record"),
        Roles = [Role.WardNurse, .. Record],
        Subjects = chain => chain.Bags.Where(bag => bag.InfusionStartedAt is not null).Select(bag => $"{bag.Id}"),
    };

    public static readonly Document Destruction = new()
    {
        Id = "destruction",
        Name = new("Акт уничтожения", "Destruction act"),
        Roles = [Role.Cryostore, Role.LabOperator, Role.WardNurse, Role.ApheresisNurse, .. Record],
        Subjects = chain =>
        [
            .. chain.Past.Select(entry => entry.What).OfType<BagDiscarded>().Where(gone => gone.Method != NeverFound).Select(gone => $"{gone.Bag}"),
            .. LabelsGone(chain.Past).Any() ? [Labels] : Array.Empty<string>(),
        ],
    };

    public static readonly Document DowntimePack = new()
    {
        Id = "downtime",
        Name = new("Комплект на случай простоя", "Downtime pack"),
        Numbered = SheetKind.DowntimePack,
        Roles = Crews,
        Subjects = chain => IsActive(chain) ? [""] : [],
    };

    public static IReadOnlyList<Document> All { get; } = [ChainReport, Accompanying, Release, Infusion, Destruction, DowntimePack];

    /// <returns>Null when there is no such paper.</returns>
    public static Document? Find(string? id) => All.FirstOrDefault(document => document.Id == id);

    public static Document Of(SheetKind kind) => kind switch
    {
        SheetKind.Accompanying => Accompanying,
        SheetKind.DowntimePack => DowntimePack,
    };

    /// <summary>Something may still have to be done for this participant while the system is down.</summary>
    public static bool IsActive(ChainState chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return chain.FollowUp is null && chain.Product is not (ProductState.Completed or ProductState.Discontinued);
    }

    /// <summary>
    /// What two people signed as destroyed: by itself, when a reprint was ordered of a label that was on nothing, or when the new label had been
    /// scanned and the old one was taken off.
    /// </summary>
    /// <returns>The label that is gone, the one in its place (null for none), and the entry that says so.</returns>
    public static IEnumerable<(PrintSerial Gone, PrintSerial? Next, Happened Entry)> LabelsGone(IEnumerable<Happened> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (applied, replaces) = (new HashSet<PrintSerial>(), new Dictionary<PrintSerial, PrintSerial>());
        foreach (var entry in history)
        {
            switch (entry.What)
            {
                case LabelDestroyed destroyed:
                    yield return (destroyed.Serial, null, entry);
                    break;
                case LabelPrinted { Supersedes: { } old } printed when entry.Act.StepId == LabelSteps.Reprint.Id:
                    if (applied.Contains(old) && !printed.Carrier.IsAround())
                    {
                        replaces[printed.Serial] = old;
                    }
                    else
                    {
                        yield return (old, printed.Serial, entry);
                    }

                    break;
                case LabelApplied put:
                    applied.Add(put.Serial);
                    if (put.Supersedes is { } off || (entry.Act.StepId == LabelSteps.Apply.Id && replaces.Remove(put.Serial, out off)))
                    {
                        yield return (off, put.Serial, entry);
                    }

                    break;
            }
        }
    }
}
