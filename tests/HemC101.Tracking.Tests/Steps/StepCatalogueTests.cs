using HemC101.Tracking.Lifecycle;
using HemC101.Tracking.People;
using HemC101.Tracking.Steps;

namespace HemC101.Tracking.Tests.Steps;

public sealed class StepCatalogueTests
{
    /// <summary>Steps without a signature that are no Safety steps, and why.</summary>
    private static readonly Dictionary<string, string> Unsigned = new()
    {
        ["bedside.lapse"] = "The window has passed already; both nurses sign again in the new rounds.",
    };

    public static TheoryData<string> Ids => new(StepCatalogue.All.Select(step => step.Id));

    [Fact]
    public void Ids_AreUnique() =>
        Assert.Equal(StepCatalogue.All.Count, StepCatalogue.All.Select(step => step.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Step_SpeaksBothLanguages(string id)
    {
        var step = StepCatalogue.Get(id);
        Text[] texts =
        [
            step.Name, .. step.NotYet.Values, .. step.Scans.Select(demand => demand.Prompt), .. step.Record.Select(field => field.Label),
            .. step.Gates.Concat(step.Checks).Concat(Limits(step)).Select(gate => gate.Reason),
            .. step.Record.OfType<ChoiceField>().SelectMany(field => field.Choices).Select(choice => choice.Name),
        ];

        Assert.All(texts, text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.Ru));
            Assert.False(string.IsNullOrWhiteSpace(text.En));
            Assert.DoesNotContain(text.En, letter => letter is >= 'А' and <= 'я');
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Step_NamesItsScansFieldsAndGatesOnce(string id)
    {
        var step = StepCatalogue.Get(id);

        Assert.Distinct(step.Scans.Select(demand => demand.Key));
        Assert.Distinct(step.Record.Select(field => field.Name));
        Assert.Distinct(step.Gates.Concat(step.Checks).Select(gate => gate.Code));
    }

    [Fact]
    public void Code_OfOneGateOfOneStation_StandsForOneReason()
    {
        var reasons = StepCatalogue.All.SelectMany(step => step.Gates.Concat(step.Checks)).Select(gate => (gate.Code, gate.Reason.Ru)).Distinct();

        Assert.Empty(reasons.GroupBy(pair => pair.Code).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Step_IsSignedUnlessItIsSafety(string id)
    {
        var step = StepCatalogue.Get(id);

        Assert.NotEmpty(step.Roles);
        Assert.Equal(step.Kind == StepKind.Safety || Unsigned.ContainsKey(id), step.Signatures.Count == 0);
    }

    /// <summary>
    /// A hand-over is none: giver and receiver do different things. A label just printed becomes live by one scan, so it cannot be scanned
    /// back twice; and the step has to move a machine, or its half would never be used up.
    /// </summary>
    [Fact]
    public void IndependentChecks_AreTheseFew_AndCanBeDoneTwice()
    {
        var independent = StepCatalogue.All.Where(step => step.Check == SecondCheck.Independent).ToList();

        Assert.Equal(["collection.identify", "collection.receive", "split.detach", "bag.issue", "bag.clear"], independent.Select(step => step.Id));
        Assert.All(independent, step =>
        {
            Assert.Equal(2, step.Signatures.Count);
            Assert.Equal(Meaning.Verified, step.Signatures[1].Meaning);
            Assert.All(step.Signatures[1].Roles, role => Assert.Contains(role, step.Roles));
            Assert.NotEmpty(step.Scans);
            Assert.DoesNotContain(step.Scans, demand => demand.Fresh);
            Assert.NotEqual(new Triggers(), step.Fires);
        });
    }


    [Theory]
    [MemberData(nameof(Ids))]
    public void Correction_IsSignedByTwo_AndWhatItLetsCorrectIsAFieldOfTheStep(string id)
    {
        var step = StepCatalogue.Get(id);

        Assert.All(step.Corrections, rules =>
        {
            Assert.Equal(2, rules.Signatures.Count);
            Assert.True(rules.Late.Count is 0 or 2);
            Assert.All(rules.Signatures.Concat(rules.Late), demand => Assert.DoesNotContain(Role.Administrator, demand.Roles));
            Assert.All(rules.Values, value => Assert.Contains(value.Field, step.Record));
            Assert.DoesNotContain(rules.Values, value => value.Field is CheckField { Must: true });
        });
    }

    [Fact]
    public void Code_OfOneLimitOfACorrection_StandsForOneReason()
    {
        var reasons = StepCatalogue.All.SelectMany(Limits).Select(gate => (gate.Code, gate.Reason.Ru)).Distinct();

        Assert.Empty(reasons.GroupBy(pair => pair.Code).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Administrator_MaySignAndOpenNothing() => Assert.All(StepCatalogue.All, step =>
    {
        Assert.DoesNotContain(Role.Administrator, step.Roles);
        Assert.All(step.Signatures, demand => Assert.DoesNotContain(Role.Administrator, demand.Roles));
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Step_OfSafety_AsksForNoScanAndNoStateOfAnythingElse(string id)
    {
        var step = StepCatalogue.Get(id);
        if (step.Kind == StepKind.Safety)
        {
            Assert.Empty(step.Scans);
        }
    }

    [Fact]
    public void StateOfEveryMachine_IsNamedInBothLanguages() => Assert.All(
        [
            .. Enum.GetValues<ProductState>().Cast<Enum>(), .. Enum.GetValues<CollectionState>().Cast<Enum>(),
            .. Enum.GetValues<BatchState>().Cast<Enum>(), .. Enum.GetValues<UnitState>().Cast<Enum>(), .. Enum.GetValues<BagState>().Cast<Enum>(),
        ],
        state =>
        {
            Assert.NotEmpty(StateNames.Of(state).Ru);
            Assert.NotEmpty(StateNames.Of(state).En);
        });

    [Fact]
    public void Find_OfAnUnknownStep_IsNull()
    {
        Assert.Null(StepCatalogue.Find("none"));
        Assert.Throws<ArgumentException>(() => StepCatalogue.Get("none"));
    }

    [Fact]
    public void Steps_OfEveryBagTrigger_Exist() => Assert.Equal(
        Enum.GetValues<BagTrigger>(),
        StepCatalogue.All.Select(step => step.Fires.Bag).OfType<BagTrigger>().Distinct().Order());

    /// <summary>Triggers that no step fires by itself: an event of another step moves the machine, or the way is not built.</summary>
    [Fact]
    public void Triggers_ThatNoStepFires_AreTheseAndNoOthers()
    {
        var fires = StepCatalogue.All.Select(step => step.Fires).ToList();

        Assert.Equal(
            [ProductTrigger.Formulate, ProductTrigger.Reopen, ProductTrigger.ReopenSplit, ProductTrigger.Complete],
            Enum.GetValues<ProductTrigger>().Except(fires.Select(fired => fired.Product).OfType<ProductTrigger>()));
        Assert.Equal(
            [CollectionTrigger.Quarantine],
            Enum.GetValues<CollectionTrigger>().Except(fires.Select(fired => fired.Collection).OfType<CollectionTrigger>()));
        Assert.Equal(
            [BatchTrigger.Formulate, BatchTrigger.Reopen],
            Enum.GetValues<BatchTrigger>().Except(fires.Select(fired => fired.Batch).OfType<BatchTrigger>()));
        Assert.Equal(
            [UnitTrigger.Fail],
            Enum.GetValues<UnitTrigger>().Except(fires.Select(fired => fired.Unit).OfType<UnitTrigger>()));
    }

    private static IEnumerable<Gate> Limits(Step step) => step.Corrections.SelectMany(rules => new[] { rules.Until, rules.LateUntil }).OfType<Gate>();
}
