using HemC101.Tracking.Identity;

namespace HemC101.Tracking.Tests.Identity;

public sealed class CheckCharacterTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

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
    public void Mod37_PublishedVector_Agrees(string text, char k)
    {
        Assert.Equal(k, CheckCharacter.Mod37(text));
        Assert.True(CheckCharacter.Matches(text, k));
    }

    [Fact]
    public void Matches_AnySingleCharacterChanged_IsFalse()
    {
        const string din = "A999926000001";
        foreach (var position in Enumerable.Range(0, din.Length))
        {
            foreach (var other in Alphabet.Where(c => c != din[position]))
            {
                var damaged = din[..position] + other + din[(position + 1)..];

                Assert.False(CheckCharacter.Matches(damaged, '8'), damaged);
            }
        }
    }

    [Fact]
    public void Matches_NeighboursSwapped_IsFalse()
    {
        const string din = "A999926000001";
        foreach (var i in Enumerable.Range(0, din.Length - 1).Where(i => din[i] != din[i + 1]))
        {
            Assert.False(CheckCharacter.Matches(din[..i] + din[i + 1] + din[i] + din[(i + 2)..], '8'));
        }
    }

    [Theory]
    [InlineData("a999926000001")]
    [InlineData("A9999 26000001")]
    [InlineData("А999926000001")]
    [InlineData("")]
    public void Matches_TextOutsideTheAlphabet_IsFalse(string text) => Assert.False(CheckCharacter.Matches(text, '8'));

    [Fact]
    public void Mod37_LowerCase_Throws() => Assert.Throws<ArgumentException>(() => CheckCharacter.Mod37("a1"));
}
