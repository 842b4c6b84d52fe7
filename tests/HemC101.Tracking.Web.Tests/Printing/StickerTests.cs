using HemC101.Tracking.Chain;
using HemC101.Tracking.Chain.Events;
using HemC101.Tracking.Identity;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;
using HemC101.Tracking.Storage.Registry;
using HemC101.Tracking.Web.Demo;
using HemC101.Tracking.Web.Printing;
using HemC101.Tracking.Web.Tests.Hosting;

namespace HemC101.Tracking.Web.Tests.Printing;

/// <summary>A sticker says what was decided, by whom and when; a decision that there is none of is on no paper.</summary>
public sealed class StickerTests : IAsyncLifetime
{
    private LiveSite _site = null!;
    private ChainState _chain = null!;

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OpenAsync(DemoLeg.UpTo("bags.confirm"));
        _chain = await _site.ChainAsync(_site.Chains[0]);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public void Quarantine_OfABag_SaysTheReasonOfTheLastHoldThatReachesIt()
    {
        var (first, second) = (_chain.Bags[0].Id, _chain.Bags[1].Id);
        var held = After(_chain, new HoldPlaced(1, null, "safety", false), "hold.place");
        held = After(held, new HoldPlaced(2, second.ToString(), "temperature", false), "hold.place");

        Assert.Equal("Сигнал безопасности", Said(held, LabelKind.Quarantine, first)["reason"]);
        var said = Said(held, LabelKind.Quarantine, second);
        Assert.Equal("Нарушение температуры", said["reason"]);
        Assert.Equal((second.ToString(), second.Donation.ToString(), _chain.CurrentBatch!.Number.ToString()), (said["code"], said["din"], said["batch"]));
        Assert.Equal("Примерова И. С.", said["person"]);
    }

    [Fact]
    public void Rejected_OfABag_SaysTheReasonOfItsRecall()
    {
        var bag = _chain.Bags[0].Id;

        Assert.Equal("Сомнение в качестве", Said(After(_chain, new BagRecalled(bag, "quality"), "bag.recall"), LabelKind.Rejected, bag)["reason"]);
    }

    [Fact]
    public void Sticker_OfNothingDecided_IsNotDrawn()
    {
        var held = After(_chain, new HoldPlaced(1, _chain.Bags[1].Id.ToString(), "temperature", false), "hold.place");

        var refused = Assert.ThrowsAny<Labels.Templates.LabelContentException>(() => Said(held, LabelKind.Quarantine, _chain.Bags[0].Id));

        Assert.Equal("reason", refused.Field);
    }

    private static Dictionary<string, string> Said(ChainState chain, LabelKind kind, DoseBagId bag)
    {
        Dictionary<string, string> fields = [];
        AroundFields.AddDecision(fields, chain, new LabelPrintRow
        {
            Serial = PrintSerial.Issue(1),
            Kind = kind,
            Carrier = Carrier.Sticker,
            State = LabelPrintState.Queued,
            Bag = bag,
            Symbol = "",
            PrintedBy = "",
            CreatedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
        });
        return fields;
    }

    private static ChainState After(ChainState chain, ChainEvent what, string step)
    {
        var last = chain.Past[^1].Act;
        var by = new Signature(last.By, "Примерова Ирина Сергеевна", Role.QualityAssurance, Meaning.Approved, last.At, AuthenticationMethod.Password, new string('a', 64));
        return chain.Apply(new Happened(chain.Version + 1, what, last with { StepId = step, Signatures = [by] }));
    }
}
