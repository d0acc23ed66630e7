using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AlphaFactory.Web.Configuration;

/// <summary>Reads <c>alphafactory.yaml</c>: nested maps become keys joined by a colon.</summary>
internal static class YamlSettings
{
    public const string FileName = "alphafactory.yaml";

    /// <summary>The layer; empty when there is no file.</summary>
    public static SettingLayer Read(string path, List<string> faults)
    {
        var pairs = new List<(string, string?, string)>();
        if (File.Exists(path))
        {
            try
            {
                using var reader = File.OpenText(path);
                var stream = new YamlStream();
                stream.Load(reader);
                foreach (var document in stream.Documents)
                {
                    Walk("", document.RootNode, pairs, faults);
                }
            }
            catch (YamlException fault)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{path}, line {fault.Start.Line}: not readable as YAML: {fault.Message}. Write \"Name: value\" pairs, nested by two spaces."));
            }
        }

        return SettingLayer.From(FileName, pairs);
    }

    private static void Walk(string prefix, YamlNode node, List<(string, string?, string)> pairs, List<string> faults)
    {
        string origin = string.Create(CultureInfo.InvariantCulture, $"{FileName}, line {node.Start.Line}");
        switch (node)
        {
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                {
                    string name = (key as YamlScalarNode)?.Value ?? "";
                    Walk(prefix.Length == 0 ? name : $"{prefix}:{name}", value, pairs, faults);
                }

                break;
            case YamlScalarNode scalar when prefix.Length > 0:
                pairs.Add((prefix, scalar.Value, origin));
                break;
            case YamlScalarNode { Value: null or "" }:
                break;
            default:
                faults.Add($"\"{prefix}\" ({origin}) is a list or a bare text, but settings are \"Name: value\" pairs.");
                break;
        }
    }
}
