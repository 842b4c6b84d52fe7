using HemC101.Tracking.Labels.Barcodes;

namespace HemC101.Tracking.Labels.Tests.Barcodes;

/// <summary>What every reader of pictures must do. A build with our own engine has none to hold to it.</summary>
public abstract class BarcodeReaderContract(IBarcodeReader reader)
{
    public static TheoryData<Symbology, string> Payloads => new()
    {
        { Symbology.Code128, "=A99992600000100" },
        { Symbology.Code128, "A\rb12345" },
        { Symbology.Gs1Code128, "0104600000000015\u001D" + "10A1\u001D21B" },
        { Symbology.DataMatrix, "=+04000=A99992600000100=<YA0011A0&>0263652359&/CHA999926000001" },
        { Symbology.DataMatrix, "A\u001D1" },
        { Symbology.DataMatrix, "caf\u00E9" },
        { Symbology.Gs1DataMatrix, "8018946000000000000015\u001D" + "801901\u001D" + "724101" },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Read_PictureOfEitherEngine_SaysSymbologyAndPayload(Symbology symbology, string payload)
    {
        foreach (var engine in (IBarcodeEngine[])[new BuiltInBarcodeEngine(), BarcodeEngines.Create()])
        {
            var read = reader.Read(GreyPicture.Draw(engine.Encode(symbology, payload)));

            Assert.Equal(new BarcodeReading(symbology, payload), Assert.Single(read));
        }
    }

    [Fact]
    public void Read_Rectangle_SaysItsPayload() =>
        Assert.Equal(
            "=A99992600000100",
            Assert.Single(reader.Read(GreyPicture.Draw(BarcodeEngines.Create().Encode(Symbology.DataMatrix, "=A99992600000100", MatrixShape.Rectangle)))).Payload);

    [Fact]
    public void Read_BlankPicture_IsEmpty() =>
        Assert.Empty(reader.Read(new GreyPicture(100, 100, Enumerable.Repeat(byte.MaxValue, 10_000).ToArray())));
}
