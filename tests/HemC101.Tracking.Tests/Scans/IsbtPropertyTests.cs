using CsCheck;
using HemC101.Tracking.Scans;
using HemC101.Tracking.Scans.Isbt;

namespace HemC101.Tracking.Tests.Scans;

/// <summary>What is written is read, for every structure, alone and in messages, and through every state of the keyboard.</summary>
public sealed class IsbtPropertyTests
{
    /// <summary>Different structures, a product code divided in one place only.</summary>
    private static readonly Gen<IsbtValue[]> Messages = IsbtValues.Any.Array[1, 8]
        .Select(values => values.DistinctBy(value => value.Number).ToArray())
        .Where(values => !values.Any(value => value is ProductValue) || !values.Any(value => value is DivisionsValue));

    [Fact]
    public void Single_Written_IsTheSameValue() => IsbtValues.Any.Sample(value =>
    {
        var raw = IsbtWriter.Single(value);
        var message = Message(raw);
        Assert.Equal((IsbtForm.Single, value, raw), (message.Form, Assert.Single(message.Values), IsbtWriter.Write(message)));
    });

    [Fact]
    public void Compound_Written_IsTheSameValues() => Messages.Sample(values =>
    {
        var raw = IsbtWriter.Compound(values);
        var message = Message(raw);
        Assert.Equal(IsbtForm.Compound, message.Form);
        Assert.Equal(values, message.Values);
        Assert.Equal(raw, IsbtWriter.Write(message));
    });

    [Fact]
    public void Compound_CountChanged_IsRefused() => Gen.Select(Messages, Gen.Int[0, 99]).Sample((values, count) =>
    {
        if (count != values.Length)
        {
            Assert.IsType<Reading.Unreadable>(BarcodeReader.Read($"=+{count:00}000{IsbtWriter.Compound(values)[7..]}"));
        }
    });

    /// <summary>Whatever the keyboard did, a scan is read as itself or not at all.</summary>
    [Fact]
    public void AnyScan_ThroughTheKeyboard_IsTheScanOrRefused() =>
        Gen.Select(Messages, Gen.Int[0, 2]).Sample((values, form) => Assert.All(
            Distortion.Images(form == 0 ? IsbtWriter.Single(values[0]) : IsbtWriter.Compound(values)),
            item =>
            {
                if (BarcodeReader.Read(item.Image) is Reading.Understood reading)
                {
                    Assert.Equal(form == 0 ? IsbtWriter.Single(values[0]) : IsbtWriter.Compound(values), reading.Canonical);
                }
            }));

    /// <summary>A patient's number alone is the one content whose case a keyboard can change unseen.</summary>
    [Fact]
    public void AnyScanButAPatientNumber_ThroughTheKeyboard_IsRead() =>
        Messages.Where(values => !values.Any(value => value is PatientNumberValue)).Sample(values => Assert.All(
            Distortion.Images(IsbtWriter.Compound(values)),
            item =>
            {
                var reading = Known.Understood(item.Image);
                Assert.Equal(IsbtWriter.Compound(values), reading.Canonical);
                Assert.NotEqual(Repairs.None, reading.Repairs);
            }));

    /// <summary>Numbers of either case: through a keyboard in disorder never another patient's.</summary>
    [Fact]
    public void PatientNumber_ThroughTheKeyboard_NeverAnothers() =>
        Gen.Char["0123456789abcXYZ"].Array[1, 12].Select(text => IsbtWriter.Single(new PatientNumberValue("01", new string(text)))).Sample(scan =>
            Assert.All(
                Distortion.Images(scan),
                item => Assert.True(
                    BarcodeReader.Read(item.Image) is Reading.Unreadable || !IsUnderstood(scan) || Known.Understood(item.Image).Canonical == scan,
                    item.Image)));

    [Fact]
    public void Donation_CutOrLengthened_IsRefused() =>
        Gen.Select(IsbtValues.DonationOf, Gen.Int[1, 15], Gen.Char["0123456789AB=&"]).Sample((value, length, tail) =>
        {
            var raw = IsbtWriter.Single(value);
            Assert.IsType<Reading.Unreadable>(BarcodeReader.Read(raw[..length]));
            Assert.IsType<Reading.Unreadable>(BarcodeReader.Read(raw + tail));
        });

    private static bool IsUnderstood(string scan) => BarcodeReader.Read(scan) is Reading.Understood;

    private static IsbtMessage Message(string raw) => Assert.IsType<IsbtMessage>(Known.Understood(raw).Content);
}
