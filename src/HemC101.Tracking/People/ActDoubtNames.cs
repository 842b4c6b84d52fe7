namespace HemC101.Tracking.People;

/// <summary>Doubts as people read them.</summary>
public static class ActDoubtNames
{
    public static Text Name(this ActDoubt doubt) => doubt switch
    {
        ActDoubt.LapsedSession => new("сеанс закончился из-за бездействия", "the session had lapsed"),
        ActDoubt.EndedSession => new("сеанс был завершён", "the session had been ended"),
        ActDoubt.SuspendedRole => new("роль приостановлена: обучение не действует", "the role is suspended: training not valid"),
        ActDoubt.ClosedAccount => new("учётная запись закрыта", "the account is closed"),
        ActDoubt.SharedSecret => new("PIN-код или пароль известен не только владельцу", "PIN or password is known to somebody else, too"),
        ActDoubt.OnPaper => new("внесено с бумажного листа другим сотрудником", "entered from a paper sheet by somebody else"),
    };
}
