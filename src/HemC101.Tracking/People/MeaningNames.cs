namespace HemC101.Tracking.People;

/// <summary>Meanings of signatures as people read them.</summary>
public static class MeaningNames
{
    public static Text Of(Meaning meaning) => meaning switch
    {
        Meaning.Performed => new("Выполнил(а)", "Performed by"),
        Meaning.Verified => new("Проверил(а)", "Verified by"),
        Meaning.Reviewed => new("Рассмотрел(а)", "Reviewed by"),
        Meaning.Approved => new("Утвердил(а)", "Approved by"),
        Meaning.Received => new("Принял(а)", "Received by"),
        Meaning.Handed => new("Передал(а)", "Handed over by"),
        Meaning.Witnessed => new("Засвидетельствовал(а)", "Witnessed by"),
        Meaning.Transcribed => new("Внёс(ла) с бумаги", "Entered from paper by"),
    };
}
