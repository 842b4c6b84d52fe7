using System.Text;

namespace HemC101.Tracking.Ledger.Seals;

/// <summary>A seal as it is stored and deposited; somebody may have written anything into it.</summary>
/// <param name="Entries">What it is filed under; the text has to say the same.</param>
/// <param name="Text">As <see cref="SealText"/> writes it.</param>
/// <param name="Signature">ECDSA over the bytes of the text: P-256, SHA-256, DER as OpenSSL reads it.</param>
public sealed record Seal(long Entries, string Text, byte[] Signature)
{
    public byte[] SignedBytes => Encoding.UTF8.GetBytes(Text);
}
