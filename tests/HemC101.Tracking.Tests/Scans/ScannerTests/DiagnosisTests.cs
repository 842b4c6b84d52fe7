using CsCheck;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.ScannerTests;

namespace HemC101.Tracking.Tests.Scans.ScannerTests;

public sealed class DiagnosisTests
{
    private static readonly KeyTiming Quick = new(100, 5, KeyEnd.Enter);

    private static readonly ScannerFault[] Tolerated =
    [
        ScannerFault.RussianLayout, ScannerFault.CapsLock, ScannerFault.RussianLayoutAndCapsLock, ScannerFault.NoPrefix, ScannerFault.SeparatorReplaced,
        ScannerFault.DoubleRead, ScannerFault.NoSuffix, ScannerFault.TabSuffix, ScannerFault.LineFeedSuffix, ScannerFault.Slow, ScannerFault.NotMeasured,
    ];

    public static TheoryData<string, string> Distortions
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (var symbol in TestSymbols.All)
            {
                foreach (var distortion in ScannerDistortion.All.Where(distortion => Apply(symbol, distortion) is not null))
                {
                    data.Add(symbol.Key, distortion.Name);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Symbols => new(TestSymbols.All.Select(symbol => symbol.Key));

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Scan_AsItShouldBe_PassesWithoutAWord(string key)
    {
        var symbol = TestSymbols.Find(key)!;

        var diagnosis = Diagnosis.Of(symbol, symbol.Scan, Quick);

        Assert.Empty(diagnosis.Findings);
        Assert.True(diagnosis is { Passed: true, SendsPrefix: true });
        Assert.Equal(symbol.Kind == TestSymbolKind.Gs1DataMatrix, diagnosis.Setup.SendsSeparators);
    }

    [Theory]
    [MemberData(nameof(Distortions))]
    public void Scan_Distorted_IsNamed(string key, string name)
    {
        var symbol = TestSymbols.Find(key)!;
        var distortion = ScannerDistortion.All.First(item => item.Name == name);

        var diagnosis = Diagnosis.Of(symbol, Apply(symbol, distortion), Quick);

        Assert.Equal([distortion.Fault], diagnosis.Findings.Select(finding => finding.Fault));
        Assert.Equal(Tolerated.Contains(distortion.Fault), diagnosis.Passed);
    }

    /// <summary>Settings, prefix, repetition, keyboard and suffix in every combination: each part is named, and nothing that is not there.</summary>
    [Theory]
    [MemberData(nameof(Symbols))]
    public void Scan_DistortedInSeveralWays_IsNamedInEachOfThem(string key)
    {
        var symbol = TestSymbols.Find(key)!;
        Assert.All(Combinations.Where(many => many.Count > 1 && Apply(symbol, many) is not null), many =>
        {
            var raw = Apply(symbol, many)!;
            var named = Diagnosis.Of(symbol, raw, Quick).Findings.Select(finding => finding.Fault).Where(fault => fault != ScannerFault.Unreadable).ToHashSet();
            Assert.True(
                named.SetEquals(many.Select(distortion => distortion.Fault)) || IsTheSameAs(symbol, raw, many, named),
                $"{string.Join(" + ", many.Select(item => item.Name))}: {string.Join(", ", named)}: {raw}");
        });
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Scan_DistortedInSeveralWaysThatCanBeUndone_Passes(string key)
    {
        var symbol = TestSymbols.Find(key)!;
        var undone = Combinations.Where(many => many.TrueForAll(item => Tolerated.Contains(item.Fault)) && Apply(symbol, many) is not null).ToList();

        Assert.NotEmpty(undone);
        Assert.All(undone, many => Assert.True(Diagnosis.Of(symbol, Apply(symbol, many), Quick).Passed, string.Join(" + ", many.Select(item => item.Name))));
    }

    [Fact]
    public void Pass_MeansThatTheReaderReadsTheOriginal()
    {
        var distorted =
            from symbol in Pick.Of([.. TestSymbols.All])
            from many in Pick.Of([.. ScannerDistortion.All]).HashSet[0, 4]
            from noise in Gen.Frequency((4, Gen.Const("")), (1, Gen.String[1, 3]), (1, Gen.String[Gen.Char[" \t\r\n\x1D]dC0=&"], 1, 3]))
            from at in Gen.Int[0, 200]
            let ordered = ScannerDistortion.All.Where(many.Contains).ToList()
            let raw = Apply(symbol, ordered) ?? symbol.Scan
            select (symbol, raw.Insert(Math.Min(at, raw.Length), noise));
        distorted.Sample(
            (symbol, raw) =>
            {
                var diagnosis = Diagnosis.Of(symbol, raw, Quick);
                return !diagnosis.Passed
                    || (BarcodeReader.Read(raw, diagnosis.Setup) is Reading.Understood { Typed: false } read
                        && read.Content.SaysTheSameAs(Known.Understood(symbol.Scan, new(SendsSeparators: true)).Content));
            },
            iter: 20_000);
    }

    [Fact]
    public void Scan_OfAnything_IsAnswered() =>
        Gen.Select(Pick.Of([.. TestSymbols.All]), Gen.OneOf(Gen.String, Gen.String[Gen.Char["]dC0=&<A9ФЪ?\x1D\r\n\t"], 0, 1200])).Sample(
            (symbol, raw) => Diagnosis.Of(symbol, raw, null).Findings.All(finding => finding.Sentence.Ru.Length > 0 && finding.Sentence.En.Length > 0),
            iter: 2_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n")]
    public void Scan_OfNothing_IsScannedAgain(string? raw)
    {
        var diagnosis = Diagnosis.Of(TestSymbols.Donation, raw, Quick);

        Assert.Equal([new Finding(ScannerFault.Nothing)], diagnosis.Findings);
        Assert.True(diagnosis is { IsSlip: true, Passed: false });
    }

    [Fact]
    public void Scan_OfAnotherCode_IsScannedAgain()
    {
        foreach (var (wanted, raw) in new[]
        {
            (TestSymbols.Donation, TestSymbols.Message.Scan),
            (TestSymbols.Message, TestSymbols.Supplier.Scan),
            (TestSymbols.Supplier, Distortion.Russian(TestSymbols.Donation.Payload)),
            (TestSymbols.Supplier, TestSymbols.Supplier.Scan.Replace("TEST-7", "TEST-8", StringComparison.Ordinal)),
            (TestSymbols.Donation, Known.Day1Bag),
            (TestSymbols.Supplier, $"]d2{Known.Band}"),
        })
        {
            var diagnosis = Diagnosis.Of(wanted, raw, Quick);
            Assert.Equal([new Finding(ScannerFault.WrongSymbol)], diagnosis.Findings);
            Assert.True(diagnosis.IsSlip);
        }
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("")]
    public void Scan_WithAnotherBehindIt_IsTwoScans(string between) => Assert.Contains(
        new Finding(ScannerFault.TwoScans),
        Diagnosis.Of(TestSymbols.Donation, TestSymbols.Donation.Scan + between + TestSymbols.Message.Scan, Quick).Findings);

    [Fact]
    public void Scan_WithCharactersMissing_IsNamed() => Assert.All(TestSymbols.All, symbol => Assert.All(
        new[] { symbol.Scan[..^3], symbol.Scan.Remove(9, 2), Distortion.Russian(symbol.Scan[..^3]) },
        raw => Assert.Equal([new Finding(ScannerFault.CharactersLost)], Diagnosis.Of(symbol, raw, Quick).Findings)));

    [Theory]
    [InlineData("no code at all")]
    [InlineData("]C0=Z")]
    [InlineData("Иванов")]
    public void Scan_OfNoise_IsUnreadable(string raw) => Assert.All(
        TestSymbols.All, symbol => Assert.Equal([new Finding(ScannerFault.Unreadable)], Diagnosis.Of(symbol, raw, Quick).Findings));

    [Fact]
    public void Scan_ThroughAGermanKeyboard_NamesTheCharacters()
    {
        var swapped = new string([.. TestSymbols.Supplier.Scan.Select(c => c switch { 'y' => 'z', 'z' => 'y', 'Y' => 'Z', 'Z' => 'Y', '/' => '-', '-' => 'ß', _ => c })]);

        var finding = Assert.Single(Diagnosis.Of(TestSymbols.Supplier, swapped, Quick).Findings);

        Assert.Equal(ScannerFault.KeyboardCountry, finding.Fault);
        Assert.Contains("y → z", finding.Sentence.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|", '|')]
    [InlineData("]", ']')]
    [InlineData("\u241D", null)]
    public void Replacement_OfGs_IsLearned(string sent, char? replacement)
    {
        var raw = TestSymbols.Supplier.Scan.Replace(Known.Gs, sent, StringComparison.Ordinal);

        var setup = Diagnosis.Of(TestSymbols.Supplier, raw, Quick).Setup;

        Assert.Equal(new ScannerSetup(replacement, SendsSeparators: true), setup);
        Assert.IsType<SupplierCode>(Known.Understood($"]d201{Known.Gtin}10LOT-A{sent}21S1", setup).Code);
    }

    [Theory]
    [InlineData(35.0, KeyEnd.Enter, null, true)]
    [InlineData(35.1, KeyEnd.Enter, ScannerFault.Slow, true)]
    [InlineData(80.0, KeyEnd.Enter, ScannerFault.Slow, true)]
    [InlineData(80.1, KeyEnd.Enter, ScannerFault.TooSlow, false)]
    [InlineData(5.0, KeyEnd.Tab, ScannerFault.TabSuffix, true)]
    [InlineData(5.0, KeyEnd.LineFeed, ScannerFault.LineFeedSuffix, true)]
    [InlineData(5.0, KeyEnd.Nothing, ScannerFault.NoSuffix, true)]
    [InlineData(double.NaN, KeyEnd.Enter, ScannerFault.NotMeasured, true)]
    [InlineData(-1.0, KeyEnd.Enter, ScannerFault.NotMeasured, true)]
    public void Rhythm_AndSuffix_AreJudged(double median, KeyEnd end, ScannerFault? fault, bool passes)
    {
        var diagnosis = Diagnosis.Of(TestSymbols.Donation, TestSymbols.Donation.Scan, new KeyTiming(19, median, end));

        Assert.Equal(fault is { } expected ? [expected] : [], diagnosis.Findings.Select(finding => finding.Fault));
        Assert.Equal(passes, diagnosis.Passed);
    }

    [Fact]
    public void Rhythm_OfNothingMeasured_IsSaidAndTolerated()
    {
        var diagnosis = Diagnosis.Of(TestSymbols.Donation, TestSymbols.Donation.Scan, timing: null);

        Assert.Equal([new Finding(ScannerFault.NotMeasured)], diagnosis.Findings);
        Assert.True(diagnosis is { Passed: true, MedianMs: null });
    }

    [Theory]
    [InlineData(ArrivedBy.Clipboard, ScannerFault.Pasted)]
    [InlineData(ArrivedBy.Camera, ScannerFault.ByCamera)]
    public void Code_NotFromTheScanner_TestsNothing(ArrivedBy way, ScannerFault fault)
    {
        var diagnosis = Diagnosis.Of(TestSymbols.Donation, TestSymbols.Donation.Scan, new KeyTiming(0, 0, KeyEnd.Enter, way));

        Assert.Equal([new Finding(fault)], diagnosis.Findings);
        Assert.True(diagnosis is { IsSlip: true, Passed: false });
    }

    [Fact]
    public void Finding_OfEveryFault_SpeaksBothLanguages() => Assert.All(Enum.GetValues<ScannerFault>(), fault =>
    {
        var sentence = new Finding(fault, "\x1E").Sentence;
        Assert.DoesNotContain("{", sentence.Ru + sentence.En, StringComparison.Ordinal);
        Assert.DoesNotContain(sentence.En, letter => letter is >= 'А' and <= 'я' || char.IsControl(letter));
        Assert.Equal(Tolerated.Contains(fault), !new Finding(fault).IsFatal);
    });

    [Fact]
    public void TestSymbol_InAnyStep_IsNoThingOfAParticipant() => Assert.All(
        TestSymbols.All, symbol => Assert.True(Known.Understood(symbol.Scan, new(SendsSeparators: true)).Code is DonationCode or OtherCode or SupplierCode));

    private static IEnumerable<List<ScannerDistortion>> Combinations =>
        from data in Or(ScannerDistortion.OfData)
        from prefix in Or(ScannerDistortion.OfPrefix)
        from repeat in Or(ScannerDistortion.OfRepeats)
        from keyboard in Or(ScannerDistortion.OfKeyboard)
        from suffix in Or(ScannerDistortion.OfSuffix)
        select new[] { data, prefix, repeat, keyboard, suffix }.OfType<ScannerDistortion>().ToList();

    private static IEnumerable<ScannerDistortion?> Or(IEnumerable<ScannerDistortion> distortions) => [null, .. distortions];

    private static string? Apply(TestSymbol symbol, params IReadOnlyList<ScannerDistortion> many)
    {
        var data = symbol.Payload;
        foreach (var distortion in many.Where(ScannerDistortion.IsOfData))
        {
            if (distortion.Apply(symbol, data) is not { } changed)
            {
                return null;
            }

            data = changed;
        }

        var scan = symbol.Prefix + data;
        foreach (var distortion in many.Where(distortion => !ScannerDistortion.IsOfData(distortion)))
        {
            if (distortion.Apply(symbol, scan) is not { } changed)
            {
                return null;
            }

            scan = changed;
        }

        return scan;
    }

    /// <summary>Two histories may end in the very same text; then the shorter one is told, if it is true of that text.</summary>
    private static bool IsTheSameAs(TestSymbol symbol, string raw, List<ScannerDistortion> many, HashSet<ScannerFault> named) =>
        Combinations.Any(other =>
            other.Count <= many.Count && named.SetEquals(other.Select(distortion => distortion.Fault)) && Apply(symbol, other) == raw);
}
