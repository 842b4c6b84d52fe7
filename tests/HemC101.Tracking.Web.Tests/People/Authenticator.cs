using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HemC101.Tracking.Web.Tests.People;

/// <summary>
/// An authenticator and its browser in a few lines (W3C Web Authentication level 3, §6.1 and §6.5; one ES256 key, attestation "none"),
/// which may be told to do what a real one never would.
/// </summary>
internal sealed class Authenticator : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _user = "";

    /// <summary>Of the next answer. An authenticator that never counts says 0.</summary>
    public uint Count { get; set; }

    /// <summary>Whether it asks its owner for a PIN or a finger.</summary>
    public bool Verifies { get; set; } = true;

    public string Origin { get; set; } = "https://localhost";

    public void Dispose() => _key.Dispose();

    /// <param name="options">JSON for <c>navigator.credentials.create</c>.</param>
    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _user = (string)asked["user"]!["id"]!;
        var client = Client("webauthn.create", asked);
        byte[] data = [.. Data((string)asked["rp"]!["id"]!, WithCredential), .. new byte[16], 0, (byte)_id.Length, .. _id, .. CoseKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, checked((byte)data.Length), .. data];
        return Credential(new { clientDataJSON = Url(client), attestationObject = Url(attestation), transports = new[] { "internal" } });
    }

    /// <param name="options">JSON for <c>navigator.credentials.get</c>.</param>
    /// <param name="signer">Whose key signs; null is its own.</param>
    public string Get(string options, Authenticator? signer = null)
    {
        var asked = JsonNode.Parse(options)!;
        var client = Client("webauthn.get", asked);
        var data = Data((string)asked["rpId"]!, 0);
        var signature = (signer ?? this)._key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Url(client), authenticatorData = Url(data), signature = Url(signature), userHandle = _user });
    }

    private static string Url(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Url(_id),
        rawId = Url(_id),
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    });

    private byte[] Client(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = (string)asked["challenge"]!, origin = Origin, crossOrigin = false });

    private byte[] Data(string site, byte flags)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(flags | Present | (Verifies ? Verified : 0)), .. count];
    }

    /// <summary>RFC 9053 §7.1: {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}.</summary>
    private byte[] CoseKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }
}
