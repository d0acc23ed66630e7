using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Web.Configuration;

/// <summary>
/// Every setting there is: the settable properties of the classes that carry a public constant <c>Section</c>. A new options class
/// is known by existing.
/// </summary>
public sealed class SettingSchema
{
    private SettingSchema(IReadOnlyList<(string Section, Type Type)> sections)
    {
        Sections = sections;
        Keys = [.. sections
            .SelectMany(section => KeysOf(section.Section, section.Type, Activator.CreateInstance(section.Type)!))
            .DistinctBy(key => key.Name, StringComparer.OrdinalIgnoreCase)
            .OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The options classes with the section each is bound to; an empty section is the root.</summary>
    public IReadOnlyList<(string Section, Type Type)> Sections { get; }

    /// <summary>All settings by name.</summary>
    public IReadOnlyList<SettingKey> Keys { get; }

    /// <summary>Scans the assemblies for options classes.</summary>
    public static SettingSchema Scan(params IReadOnlyList<Assembly> assemblies) => new([.. assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(type => (Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string, Type: type))
        .Where(found => found.Section is not null)
        .Select(found => (found.Section!, found.Type))
        .OrderBy(found => found.Item1, StringComparer.Ordinal)]);

    /// <summary>The settings of this program.</summary>
    public static SettingSchema Shipped() => Scan(typeof(Engine.EngineOptions).Assembly, typeof(SettingSchema).Assembly);

    /// <summary>The setting of that name, in any case, or null.</summary>
    public SettingKey? Find(string name) => Keys.FirstOrDefault(key => key.Covers(name));

    /// <summary>What to say about a name nobody reads, and where it stands.</summary>
    public string Miss(string name, string origin)
    {
        string[] known = [.. Keys.Select(key => key.Name)];
        string last = name[(name.LastIndexOf(':') + 1)..];
        string? near = Suggestion.Closest(name, known)
            ?? known.FirstOrDefault(key => string.Equals(Suggestion.Closest(last, [key[(key.LastIndexOf(':') + 1)..]]), key[(key.LastIndexOf(':') + 1)..], StringComparison.Ordinal));
        string hint = near is null ? " `doctor` lists every setting." : $" Did you mean \"{near}\"?";
        return $"\"{name}\" ({origin}) is not a setting.{hint}";
    }

    private static IEnumerable<SettingKey> KeysOf(string section, Type type, object defaults)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            string name = section.Length == 0 ? property.Name : $"{section}:{property.Name}";
            object? value = property.GetValue(defaults);
            if (value is IDictionary)
            {
                yield return new SettingKey(name, property.PropertyType.GetGenericArguments()[1], "", IsOpen: true);
            }
            else if (property.SetMethod is { IsPublic: true })
            {
                yield return new SettingKey(name, property.PropertyType, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            }
        }
    }

    /// <summary>Faults that the annotations of a bound options object find, each with its key.</summary>
    public static IEnumerable<string> RuleFaults(string section, object options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result =>
        {
            string member = result.MemberNames.FirstOrDefault() ?? "";
            string name = section.Length == 0 ? member : $"{section}:{member}";
            object? value = options.GetType().GetProperty(member)?.GetValue(options);
            return string.Create(CultureInfo.InvariantCulture, $"{name} is \"{value}\". {result.ErrorMessage}");
        });
    }
}
