namespace HemC101.Tracking.Web.House;

internal static class HouseReasons
{
    public static Text Name { get; } = new(
        "Укажите русское и английское название в одну строку, не длиннее 80 знаков каждое.", "Give a Russian and an English name of one line and at most 80 characters each.");

    public static Text Material { get; } = new("Выберите, что это за материал.", "Choose what material it is.");

    public static Text Lot { get; } = new(
        "Укажите серию производителя, как на упаковке: до 20 знаков, латинские буквы, цифры и знаки.",
        "Give the manufacturer's lot as on the package: up to 20 Latin letters, digits and signs.");

    public static Text Expiry { get; } = new("Укажите срок годности материала.", "Give the expiry date of the material.");

    public static Text Expired { get; } = new(
        "Срок годности истёк. Такую серию нельзя ни завести, ни выпустить; забракуйте её.",
        "It has expired. Such a lot can be neither registered nor released; reject it.");

    public static Text Gtin { get; } = new(
        "GTIN – 8, 12, 13 или 14 цифр с верной контрольной цифрой. Перепишите его с упаковки или отсканируйте.",
        "A GTIN has 8, 12, 13 or 14 digits with a right check digit. Copy it from the package or scan it.");

    public static Text OnlyLots { get; } = new(
        "Серия, GTIN и вид материала бывают только у серии материала.", "Only a material lot has a manufacturer's lot, a GTIN and a material.");

    public static Text MayNotRegister { get; } = new(
        "Объекты заводит администратор; серии материалов – также служба качества.",
        "An administrator registers things; quality assurance registers material lots too.");

    public static Text MayNotMove { get; } = new(
        "Статус серии материала меняет служба качества, статус остальных объектов – администратор или служба качества.",
        "Quality assurance changes the status of a material lot; of other things also an administrator.");

    public static Text NoSuchMove { get; } = new("Из этого статуса в выбранный перейти нельзя.", "This status does not lead to the chosen one.");

    public static Text Basis { get; } = new(
        "Укажите номер документа-основания (паспорт, протокол, отклонение): до 40 знаков – буквы, цифры, пробел и . - / № #.",
        "Give the number of the document it rests on (certificate, protocol, deviation): up to 40 letters, digits, spaces and . - / № #.");

    public static Text SomebodyWasFirst { get; } = new(
        "Статус только что изменил кто-то другой. Ничего не записано. Посмотрите новый статус и решите ещё раз.",
        "Somebody has just changed the status. Nothing was recorded. Look at the new status and decide again.");

    public static Text Occupied { get; } = new(
        "Здесь сейчас материал участника. Сначала освободите объект.", "A participant's material is in it now. Clear it first.");
}
