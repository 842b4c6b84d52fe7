using HemC101.Tracking.Identity;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Study;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Browser;

/// <summary>What is in front of the scanner: the labels that came out of the printer, and the labelled things of the house.</summary>
/// <param name="Number">The participant's turn on this site, from 1.</param>
/// <param name="Coi">Stands in every symbol of the chain but the wristband's.</param>
/// <param name="Band">The wristband as it was printed at enrolment.</param>
internal sealed record ParticipantLabels(LabelListener Printer, int Number, string Coi, string Band)
{
    public Task<string> RightAsync(string demand, Step step, Leg leg) => demand switch
    {
        _ when demand.StartsWith("lot-", StringComparison.Ordinal) => Thing(HouseStock.Lot(Enum.Parse<MaterialKind>(demand[4..]))),
        "label" => MineAsync(symbol => symbol.Contains(leg.On, StringComparison.Ordinal)),
        "bag-day1" => BagAsync(1),
        "bag-day2" => BagAsync(2),
        "tag" => TagAsync(),
        _ => step.Scans.First(scan => scan.Key == demand).Wanted switch
        {
            Wanted.Band => Task.FromResult(Band),
            Wanted.CollectionBag => CollectionAsync(),
            Wanted.ProcessContainer => MineAsync(symbol => !symbol.Contains("=<", StringComparison.Ordinal) && symbol.Contains("&,1", StringComparison.Ordinal)),
            Wanted.DoseBag => BagAsync(leg.Day),
            Wanted.Location => Thing(HouseStock.Of(HouseKind.Location, Number, leg.Day)),
            Wanted.Equipment => Thing(HouseStock.Of(HouseKind.Equipment, Number, leg.Day)),
            Wanted.TransportBox => Thing(HouseStock.Of(HouseKind.TransportBox, Number, leg.Day)),
            Wanted.Seal => Thing(HouseStock.Of(HouseKind.Seal, Number, leg.Day)),
            _ => throw new InvalidOperationException($"{step.Id} asks for {demand}, which nobody can hold in hand."),
        },
    };

    public Task<string> BagAsync(int day) =>
        MineAsync(symbol => symbol.Contains("=<", StringComparison.Ordinal) && symbol.Contains(day == 1 ? "A0&" : "B0&", StringComparison.Ordinal));

    private Task<string> CollectionAsync() => MineAsync(IsOfTheCollection);

    /// <summary>The second print that says what the bag says.</summary>
    private async Task<string> TagAsync()
    {
        var bag = await CollectionAsync();
        return await MineAsync(symbol => symbol != bag && IsOfTheCollection(symbol));
    }

    private static bool IsOfTheCollection(string symbol) => !symbol.Contains("=<", StringComparison.Ordinal) && !symbol.Contains("&,1", StringComparison.Ordinal);

    private static Task<string> Thing(HouseId id) => Task.FromResult(id.ToString());

    /// <summary>The first such print is the one on the thing; what is printed later is a tag or a reprint.</summary>
    private Task<string> MineAsync(Func<string, bool> fits) =>
        Printer.FirstAsync(symbol => symbol.Contains($"&/{Coi}", StringComparison.Ordinal) && fits(symbol));
}
