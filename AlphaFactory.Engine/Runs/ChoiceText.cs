using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Engine.Runs;

/// <summary>Words of a choice as files, verbs and the API spell them: <c>NextOpen</c> is <c>next-open</c>.</summary>
public static class ChoiceText
{
    /// <summary>Lower-kebab form of an enum value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => NameCase.Kebab(value.ToString());

    /// <summary>The value spelled so, or null.</summary>
    public static T? Parse<T>(string text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Of(value) == text).Select(value => (T?)value).FirstOrDefault();
}
