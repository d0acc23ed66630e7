using System.Text;

namespace AlphaFactory.Core.Parameters;

/// <summary>Spells names of code as files, links, the API and the command line do.</summary>
public static class NameCase
{
    /// <summary><c>LookBack</c> as <c>look_back</c>.</summary>
    public static string Snake(string name) => Separate(name, '_');

    /// <summary><c>NextOpen</c> as <c>next-open</c>.</summary>
    public static string Kebab(string name) => Separate(name, '-');

    private static string Separate(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append(separator);
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
