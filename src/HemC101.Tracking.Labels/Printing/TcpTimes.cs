namespace HemC101.Tracking.Labels.Printing;

/// <param name="Connect">Until somebody answers at the address.</param>
/// <param name="Send">From the first byte of a label until the printer has taken the last one.</param>
/// <param name="Answer">How long a printer may think about a question; who says nothing by then says nothing of itself.</param>
/// <param name="Finish">From the last byte until the printer says that the label is out.</param>
/// <param name="Pause">Between two questions about that.</param>
public sealed record TcpTimes(TimeSpan Connect, TimeSpan Send, TimeSpan Answer, TimeSpan Finish, TimeSpan Pause)
{
    /// <summary>A printer out of labels stops taking data; what it holds then is for a person to see.</summary>
    public static TcpTimes Usual { get; } = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(200));
}
