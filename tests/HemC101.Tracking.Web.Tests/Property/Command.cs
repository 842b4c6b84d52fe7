using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Steps;

namespace HemC101.Tracking.Web.Tests.Property;

/// <summary>One attempt at a step: what is scanned for it, and the form.</summary>
internal sealed record Command(StepInput Input, IReadOnlyList<ScanInput> Scans)
{
    /// <param name="source">Where labels and things are read.</param>
    /// <param name="order">What is to be done, and how it goes wrong.</param>
    /// <param name="attempt">Unique.</param>
    /// <param name="facts">Of the chain, aimed at nothing yet.</param>
    /// <param name="crew">Who works here.</param>
    /// <param name="stranger">What a scanner reads from the band of another participant.</param>
    public static async Task<Command> OfAsync(
        Source source, Order order, string attempt, Facts facts, IReadOnlyList<Person> crew, string stranger)
    {
        var (step, target, isDue) = Choice.Of(order, facts);
        facts = facts with { Target = target };
        IReadOnlyList<Person> people = [.. crew.Skip(order.Who % crew.Count), .. crew.Take(order.Who % crew.Count)];
        var address = new StepAddress(step, facts.Chain.Coi, target);
        return isDue
            ? Twisted(await DemoScripts.WriteAsync(source, address, facts, people, default), order, attempt, people, stranger)
            : new(new(address, attempt, new Dictionary<string, string>(), [.. step.Signatures.Select((_, at) => Signing(people[at]))], people[0], null), []);
    }

    private static Command Twisted(DemoScript script, Order order, string attempt, IReadOnlyList<Person> people, string stranger)
    {
        var signers = Signers(script, order.Twist, people);
        var answers = script.Entries.ToDictionary(entry => entry.Field.Name, entry => order.Twist == Twist.OtherAnswers ? Other(entry, order.Who) : entry.Raw);
        var signedIn = (signers.Count > 0 ? signers[0].Person : null) ?? script.SignedIn ?? people[0];
        var codes = order.Twist == Twist.NoScans ? [] : script.Scans.Where(scan => scan.Code is not null).Select(scan => scan.Code!.Raw).ToList();
        if (order.Twist == Twist.WrongBandFirst)
        {
            codes.Insert(0, stranger);
        }

        return new(
            new(script.Address, attempt, answers, signers, signedIn, null) { Half = script.Half },
            [
                .. from at in Enumerable.Range(0, codes.Count)
                   let scan = Scan(script.Address, attempt, codes[at], at, signedIn.Number)
                   from sent in Enumerable.Repeat(scan, order.Twist == Twist.EveryScanTwice ? 2 : 1)
                   select sent,
            ]);
    }

    /// <summary>A keyboard-wedge scanner: a key every ten milliseconds, then Enter.</summary>
    private static ScanInput Scan(StepAddress address, string attempt, string raw, int at, StaffNumber by) =>
        new(address, attempt, raw, new EntryClaim(Timing: new KeyTiming(raw.Length, 10, KeyEnd.Enter)), $"{attempt}/{at}", by);

    private static IReadOnlyList<Signer> Signers(DemoScript script, Twist twist, IReadOnlyList<Person> people) => twist switch
    {
        Twist.OnePersonForAll => [.. script.Signers.Select(_ => script.Signers[0])],
        Twist.LastSignatureMissing => [.. script.Signers.SkipLast(1)],
        Twist.WrongPeople => [.. script.Signers.Select((_, at) => Signing(people[at]))],
        _ => script.Signers,
    };

    private static Signer Signing(Person person) => new(person, AuthenticationMethod.BadgeAndPin);

    private static string Other(DemoEntry entry, int which) => entry.Field switch
    {
        ChoiceField choice => choice.Choices[which % choice.Choices.Count].Code,
        CheckField { Must: false } => which % 2 == 0 ? "true" : "",
        _ => entry.Raw,
    };
}
