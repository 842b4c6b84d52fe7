using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using HemC101.Tracking.Identity;
using HemC101.Tracking.Ledger;
using HemC101.Tracking.Storage;
using HemC101.Tracking.Storage.Registry;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Participants;

/// <summary>Encrypts and opens personal data with the key ring that lies outside the database.</summary>
public sealed class PersonalDataVault
{
    /// <summary>A site has about sixty participants; whoever of them is treated now is opened with every step and page.</summary>
    private const int MostKept = 100;

    private readonly IDataProtector _protector;
    private readonly ConcurrentDictionary<SubjectNumber, Opened> _opened = new();

    public PersonalDataVault(IDataProtectionProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        _protector = provider.CreateProtector("participant.personal-data.v1");
        SamePerson = new(provider);
        SameSurname = new(provider);
        Texts = new(provider);
    }

    public SamePerson SamePerson { get; }

    public SameSurname SameSurname { get; }

    public FreeTextVault Texts { get; }

    public byte[] Seal(PersonalData data) => _protector.Protect(Bytes(data));

    /// <summary>
    /// What stands in the ledger in place of the data: SHA-256 over them and their random <see cref="PersonalData.Salt"/>. Names and birth
    /// dates can be guessed, the salt cannot, and it is sealed with the data: whoever can open them can check the hash, in whatever
    /// generation of the key ring, and nobody else learns from it even whether two people are one.
    /// </summary>
    public static Digest HashOf(PersonalData data) => Digest.Of(Bytes(data));

    /// <summary>Names are only ever seen through this: those of somebody else, put in the place of the ones enrolled, never are.</summary>
    /// <param name="source">Where to read.</param>
    /// <param name="subject">Whose.</param>
    /// <param name="hash">As the ledger has it; held against the bytes as they were sealed.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>Null when the data kept now are not those that this hash was made of.</returns>
    /// <exception cref="InvalidOperationException">There is no such participant.</exception>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one, and these very data were not opened before.</exception>
    public async Task<PersonalData?> OpenAsync(Source source, SubjectNumber subject, string hash, CancellationToken ct)
    {
        var row = await Tracking.Storage.Registry.Participants.FindAsync(source, subject, ct)
            ?? throw new InvalidOperationException($"No participant {subject}.");
        if (_opened.TryGetValue(subject, out var known) && known.IsOf(row.PersonalData))
        {
            return known.Hash == hash ? known.Data : null;
        }

        var bytes = _protector.Unprotect(row.PersonalData);
        if (Digest.Of(bytes).ToString() != hash || JsonSerializer.Deserialize<PersonalData>(bytes) is not { } data)
        {
            return null;
        }

        Keep(subject, new(row.PersonalData, hash, data));
        return data;
    }

    /// <returns>The data as they were before a correction; null when what is kept is not what this hash was made of.</returns>
    /// <exception cref="CryptographicException">The key ring of this site is missing or another one.</exception>
    public PersonalData? OpenFormer(FormerIdentityRow row, string hash)
    {
        ArgumentNullException.ThrowIfNull(row);
        var bytes = _protector.Unprotect(row.PersonalData);
        return Digest.Of(bytes).ToString() == hash ? JsonSerializer.Deserialize<PersonalData>(bytes) : null;
    }

    /// <summary>Whether the key ring has the key; what is inside may still not be what the ledger has.</summary>
    public bool Opens(byte[] sealedData)
    {
        try
        {
            _protector.Unprotect(sealedData);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <returns>Which key of the ring sealed it: it stands after the four bytes with which Data Protection begins. Empty for what it never wrote.</returns>
    public static Guid KeyOf(byte[] sealedData) => sealedData is { Length: >= 20 } ? new Guid(sealedData.AsSpan(4, 16)) : Guid.Empty;

    private void Keep(SubjectNumber subject, Opened opened)
    {
        if (_opened.Count >= MostKept)
        {
            _opened.Clear();
        }

        _opened[subject] = opened;
    }

    private static byte[] Bytes(PersonalData data) => JsonSerializer.SerializeToUtf8Bytes(data);

    /// <summary>What these very bytes held: other bytes in their place are opened anew, and checked.</summary>
    private sealed class Opened(byte[] sealedData, string hash, PersonalData data)
    {
        public string Hash => hash;

        public PersonalData Data => data;

        public bool IsOf(byte[] bytes) => bytes.AsSpan().SequenceEqual(sealedData);
    }
}
