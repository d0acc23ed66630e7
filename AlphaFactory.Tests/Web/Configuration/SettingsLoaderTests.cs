using System.Collections;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Configuration;

namespace AlphaFactory.Tests.Web.Configuration;

public sealed class SettingsLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(null, null, null, "30", "appsettings.json")]
    [InlineData("10", null, null, "10", "alphafactory.yaml, line 3")]
    [InlineData("10", "11", null, "11", "environment: AlphaFactory__Logs__KeepFiles")]
    [InlineData("10", "11", "12", "12", "command line")]
    [InlineData(null, null, "12", "12", "command line")]
    public void The_later_source_wins_and_is_named(string? yaml, string? variable, string? argument, string value, string origin)
    {
        if (yaml is not null)
        {
            WriteYaml($"AlphaFactory:\n  Logs:\n    KeepFiles: {yaml}\n");
        }

        var loaded = Load(
            argument is null ? [] : [("AlphaFactory:Logs:KeepFiles", argument)],
            variable is null ? [] : [("AlphaFactory__Logs__KeepFiles", variable)]);

        var setting = loaded.Values().Single(setting => setting.Name == "AlphaFactory:Logs:KeepFiles");
        Assert.Equal((value, origin), (setting.Value, setting.Origin));
        Assert.Equal(value, loaded.Configuration["AlphaFactory:Logs:KeepFiles"]);
    }

    [Fact]
    public void Every_fault_of_every_source_is_reported_at_once_with_a_suggestion()
    {
        WriteYaml("AlphaFactory:\n  AlowRemote: true\n  SignInHours: soon\n");

        var fault = Assert.Throws<SettingsException>(() => Load([("Alphafactory:Logs:KepFiles", "3")], [("AlphaFactory__DataDirectry", "/x"), ("ALPHAFACTORY_ROLE", "web")]));

        Assert.Equal(5, fault.Faults.Count);
        Assert.Contains(fault.Faults, text => text.Contains("alphafactory.yaml, line 2") && text.Contains("Did you mean \"AlphaFactory:AllowRemote\"?"));
        Assert.Contains(fault.Faults, text => text.Contains("\"soon\"") && text.Contains("a whole number"));
        Assert.Contains(fault.Faults, text => text.Contains("Did you mean \"AlphaFactory:Logs:KeepFiles\"?"));
        Assert.Contains(fault.Faults, text => text.Contains("AlphaFactory__DataDirectry") && text.Contains("Did you mean \"AlphaFactory:DataDirectory\"?"));
        Assert.Contains(fault.Faults, text => text.Contains("ALPHAFACTORY_ROLE") && text.Contains("two underscores"));
    }

    [Theory]
    [InlineData("Urls", "http://0.0.0.0:5080", "AllowRemote")]
    [InlineData("Urls", "http://*:5080", "AllowRemote")]
    [InlineData("Urls", "http://192.168.1.5:5080", "AllowRemote")]
    [InlineData("Urls", "nonsense", "not an address")]
    [InlineData("AlphaFactory:Role", "boss", "all, web or worker")]
    [InlineData("AlphaFactory:Logs:KeepFiles", "0", "1 to 1000")]
    [InlineData("AlphaFactory:AllowRemote", "maybe", "true or false")]
    [InlineData("Logging:LogLevel:Quartz", "Loud", "one of Trace")]
    public void A_value_that_is_not_allowed_is_refused_in_words(string name, string value, string words)
    {
        var fault = Assert.Throws<SettingsException>(() => Load([(name, value)], []));
        Assert.Contains(words, Assert.Single(fault.Faults));
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080;http://127.0.0.1:5080")]
    public void Loopback_addresses_are_taken(string urls) => Assert.Equal(urls, Load([("Urls", urls)], []).Server.Urls);

    [Fact]
    public void Another_address_is_taken_when_remote_use_is_allowed() =>
        Assert.Equal("http://0.0.0.0:80", Load([("Urls", "http://0.0.0.0:80"), ("AlphaFactory:AllowRemote", "true")], []).Server.Urls);

    [Fact]
    public void The_data_directory_cannot_be_set_in_the_file_that_lies_in_it()
    {
        WriteYaml("AlphaFactory:\n  DataDirectory: /elsewhere\n");
        Assert.Contains("cannot be set in the file", Assert.Single(Assert.Throws<SettingsException>(() => Load([], [])).Faults));
    }

    [Fact]
    public void A_secret_is_shown_as_set_or_not_set()
    {
        var loaded = Load([], [("ConnectionStrings__Postgres", "Host=db;Password=hunter2hunter2")]);
        Assert.Equal("set", loaded.Values().Single(setting => setting.Name == "ConnectionStrings:Postgres").Value);
        Assert.Equal("not set", loaded.Values().Single(setting => setting.Name == "ConnectionStrings:Redis").Value);
        Assert.Contains("hunter2hunter2", loaded.Secrets());
        Assert.DoesNotContain(loaded.Values(), setting => setting.Value.Contains("hunter2"));
    }

    [Fact]
    public void Appsettings_holds_every_setting_with_the_default_of_its_options_class()
    {
        var values = Load([], []).Values().Where(setting => setting.Name != "AlphaFactory:DataDirectory").ToList();
        Assert.Equal([], values.Where(setting => setting.Origin == "default").Select(setting => setting.Name));
        Assert.Equal([], values.Where(setting => !setting.IsDefault && !setting.Name.StartsWith("Logging:")).Select(setting => setting.Name));
    }

    [Fact]
    public void A_broken_file_is_named_with_its_line()
    {
        WriteYaml("AlphaFactory:\n  Logs: [1\n");
        Assert.Contains("alphafactory.yaml, line", Assert.Single(Assert.Throws<SettingsException>(() => Load([], [])).Faults));
    }

    private LoadedSettings Load(IReadOnlyList<(string, string)> arguments, IReadOnlyList<(string Name, string Value)> variables)
    {
        IDictionary environment = variables.ToDictionary(pair => pair.Name, pair => pair.Value);
        environment["AlphaFactory__DataDirectory"] = _folder;
        return SettingsLoader.Load(arguments, environment, Path.Join(Repository.Root, "appsettings.json"));
    }

    private void WriteYaml(string text) => File.WriteAllText(Path.Join(_folder, "alphafactory.yaml"), text);
}
