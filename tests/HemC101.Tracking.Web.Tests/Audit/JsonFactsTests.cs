using HemC101.Tracking.Web.Audit;

namespace HemC101.Tracking.Web.Tests.Audit;

public sealed class JsonFactsTests
{
    [Fact]
    public void Of_NestedData_NamesTheWay_AndJoinsPlainLists() =>
        Assert.Equal(
            [("версия", "1"), ("limits · min", "-80.5"), ("limits · open", "да"), ("tests 1 · code", "VIAB"), ("tests 2 · code", "STER"), ("days", "1, 2")],
            JsonFacts.Of("""{"версия":"1","none":null,"limits":{"min":-80.5,"open":true},"tests":[{"code":"VIAB"},{"code":"STER"}],"days":[1,2]}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Of_NothingInIt_IsEmptyOrOneEmptyFact(string json) =>
        Assert.All(JsonFacts.Of(json), fact => Assert.Equal(("", ""), fact));

    [Fact]
    public void Of_CodesOfAccounts_AreSaidInWords() =>
        Assert.Equal(
            [("роли", "Курьер внутри центра, Медсестра отделения"), ("было", "Администратор"), ("чей PIN-код", "временный, задан другими"),
                ("чей пароль", "стал известен, закрыт"), ("способ входа", "PIN-код")],
            JsonFacts.Of("""{"Roles":["Courier","WardNurse"],"Instead":["Administrator"],"PinState":"Given","PasswordState":"Leaked","Credential":"Pin"}"""));

    [Fact]
    public void Of_OldAndNewValue_AreSaidSo() =>
        Assert.Equal(
            [("было", "Quarantine"), ("стало", "Released"), ("основание", "ПС-42")],
            JsonFacts.Of("""{"From":"Quarantine","To":"Released","Basis":"ПС-42"}"""));
}
