using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Scans;

/// <summary>The number of an RFID tag, which stands in no symbol.</summary>
public sealed class RfidContent(RfidTag tag) : CodeContent
{
    public override CodeFamily Family => CodeFamily.Rfid;

    public override IEnumerable<CodeElement> Elements
    {
        get
        {
            yield return new CodeElement("RFID", $"{tag}", new($"метка RFID: {tag}", $"RFID tag: {tag}"));
        }
    }
}
