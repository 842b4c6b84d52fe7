using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.People;

public sealed class NamesInTextTests
{
    private static readonly DateOnly Born = new(1984, 2, 9);

    [Theory]
    [InlineData("Иванова жалуется на озноб")]
    [InlineData("пациентка ИВАНОВА")]
    [InlineData("у ивановой озноб")]
    [InlineData("сказали Ивановой, что всё хорошо")]
    [InlineData("позвали Иванову")]
    [InlineData("Елена просит воды")]
    [InlineData("с Еленой говорил врач")]
    [InlineData("Юрьевне дали кальций")]
    [InlineData("«Иванова»,Елена")]
    [InlineData("род. 09.02.1984")]
    [InlineData("1984-02-09")]
    [InlineData("9.2.1984 г.р.")]
    [InlineData("(09/02/1984)")]
    public void Finds_NameInAnyCaseAndBirthDate(string text) => Assert.True(NamesInText.Finds(text, ["Иванова", "Елена", "Юрьевна"], Born));

    [Theory]
    [InlineData("участник 01-001, озноб через 20 минут")]
    [InlineData("ива, елей и юрист")]
    [InlineData("с 19.02.1984 по 109.02.1984")]
    [InlineData("серия 84020919840209")]
    [InlineData("")]
    public void Finds_NothingElse(string text) => Assert.False(NamesInText.Finds(text, ["Иванова", "Елена", "Юрьевна"], Born));

    [Theory]
    [InlineData("Иванов", "с Ивановым", true)]
    [InlineData("Иванов", "ивановский район", false)]
    [InlineData("Павел", "Павла рвало", true)]
    [InlineData("Пётр", "у Петра жар", true)]
    [InlineData("Королёва", "КОРОЛЕВОЙ", true)]
    [InlineData("Дмитрий", "Дмитрием недовольны", true)]
    [InlineData("Достоевский", "к Достоевскому", true)]
    [InlineData("Толстая", "Толстую перевели", true)]
    [InlineData("Шевченко", "шевченко", true)]
    [InlineData("Петрова-Водкина", "Водкиной хуже", true)]
    [InlineData("Игорь", "с Игорем", true)]
    [InlineData("Лев", "в левой руке", false)]
    [InlineData("Лев", "Льва нет, но лев есть", true)]
    [InlineData("Лев", "Левом", true)]
    [InlineData("Ли", "болит ли рука", false)]
    [InlineData("Ли", "Ли отказался", true)]
    [InlineData("Smith", "Mr Smith's arm", true)]
    [InlineData("Smith", "a blacksmith", false)]
    public void Finds_EachFormOfAName(string name, string text, bool found) => Assert.Equal(found, NamesInText.Finds(text, [name, null], Born));
}
