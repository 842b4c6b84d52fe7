using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Identity;

/// <summary>Vectors of ST-001 (App. A, Fig. 2, §7.5.1.1, App. C, §7.4.1), UK Red Book Annex 2 and ST-017 App. 1; the last five are computed.</summary>
public sealed class CheckCharacterTests
{
    [Theory]
    [InlineData("G123417654321", 'A')]
    [InlineData("G123498654321", 'H')]
    [InlineData("A999921123456", '3')]
    [InlineData("A999818123456", 'N')]
    [InlineData("A999820123456", 'E')]
    [InlineData("W000009123456", 'G')]
    [InlineData("A9990ABC123T0480", '8')]
    [InlineData("A999926000001", '8')]
    [InlineData("A999926000002", '6')]
    [InlineData("A997124654321", 'X')]
    [InlineData("CHA999926000001", '*')]
    [InlineData("CHA999926ABC123", 'G')]
    public void Mod37_PublishedVector_GivesItsCharacter(string text, char k)
    {
        Assert.Equal(k, CheckCharacter.Mod37(text));
        Assert.True(CheckCharacter.Matches(text, k));
    }

    [Theory]
    [InlineData("a999926000001")]
    [InlineData("A9999 26")]
    [InlineData("Ф999926000001")]
    public void Mod37_CharacterWithoutAValue_Throws(string text) =>
        Assert.Throws<ArgumentException>(() => CheckCharacter.Mod37(text));
}
