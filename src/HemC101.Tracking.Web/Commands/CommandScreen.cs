using System.Text;

namespace HemC101.Tracking.Web.Commands;

/// <summary>Where a command reads and writes. Answers go to <c>Out</c>; prompts, refusals and help for a wrong line go to <c>Error</c>.</summary>
/// <param name="IsTerminal">Whether a person types; otherwise standard input holds one line for each question.</param>
internal sealed record CommandScreen(TextReader In, TextWriter Out, TextWriter Error, bool IsTerminal)
{
    public static CommandScreen OfThisProcess()
    {
        Console.OutputEncoding = Encoding.UTF8;
        return new CommandScreen(Console.In, Console.Out, Console.Error, !Console.IsInputRedirected);
    }

    public void Refuse(Text reason)
    {
        Error.WriteLine(reason.Ru);
        Error.WriteLine(reason.En);
    }

    /// <summary>Nothing of the answer is shown.</summary>
    /// <returns>Empty when there is no more input.</returns>
    public string AskSecret(Text question)
    {
        if (!IsTerminal)
        {
            return In.ReadLine() ?? "";
        }

        Error.Write($"{question.Ru} / {question.En}: ");
        var answer = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                answer.Length = Math.Max(0, answer.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                answer.Append(key.KeyChar);
            }
        }

        Error.WriteLine();
        return answer.ToString();
    }
}
