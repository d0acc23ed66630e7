using System.Text;

namespace AlphaFactory.Web.Verbs;

/// <summary>Asks for a secret on the terminal without showing it.</summary>
internal static class HiddenInput
{
    /// <exception cref="VerbException">There is no terminal to ask on.</exception>
    public static string Ask(string question, TextWriter terminal)
    {
        if (Console.IsInputRedirected)
        {
            throw new VerbException("There is no terminal to ask for the pass phrase on. Use --pass-phrase-stdin.", ExitCode.WrongUse);
        }

        terminal.Write(question);
        terminal.Flush();
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        terminal.WriteLine();
        return typed.ToString();
    }
}
