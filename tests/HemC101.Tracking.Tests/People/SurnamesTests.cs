using HemC101.Tracking.People;

namespace HemC101.Tracking.Tests.People;

/// <summary>X-32: which surnames are one on a ward.</summary>
public sealed class SurnamesTests
{
    [Theory]
    [InlineData("Иванов", "ИВАНОВ")]
    [InlineData("Иванов", "Иванова")]
    [InlineData("Королёв", "Королева")]
    [InlineData("Фёдоров", "Федоров")]
    [InlineData("Лебедев", "Лебедева")]
    [InlineData("Никитин", "Никитина")]
    [InlineData("Синицын", "Синицына")]
    [InlineData("Достоевский", "Достоевская")]
    [InlineData("Толстой", "Толстая")]
    [InlineData("Белый", "Белая")]
    [InlineData("Зимний", "Зимняя")]
    [InlineData("Иванов-Белый", "Иванова – Белая")]
    [InlineData("  Ким ", "ким")]
    [InlineData("Бондаренко", "бондаренко")]
    [InlineData("Smith", "SMITH")]
    public void Surnames_OfOneForm_AreOne(string one, string other) => Assert.Equal(Surnames.KeyOf(one), Surnames.KeyOf(other));

    [Theory]
    [InlineData("Иванов", "Иваненко")]
    [InlineData("Иванов", "Ивановский")]
    [InlineData("Иванов", "Иванов-Белый")]
    [InlineData("Петров", "Петрин")]
    [InlineData("Ким", "Кима")]
    [InlineData("Цой", "Цая")]
    [InlineData("Ли", "Лин")]
    public void Surnames_OfOtherPeople_AreTwo(string one, string other) => Assert.NotEqual(Surnames.KeyOf(one), Surnames.KeyOf(other));
}
