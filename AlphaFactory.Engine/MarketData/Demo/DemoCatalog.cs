namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>What the demo market holds.</summary>
internal static class DemoCatalog
{
    /// <summary>Id of the source of every generated bar.</summary>
    public const string Source = "demo";

    /// <summary>Number of sessions at the end that also have five-minute bars; an early close is among them.</summary>
    public const int IntradaySessions = 20;

    /// <summary>First trading day.</summary>
    public static readonly DateOnly First = new(2015, 1, 2);

    /// <summary>Last trading day.</summary>
    public static readonly DateOnly Last = new(2024, 12, 31);

    /// <summary>The market itself.</summary>
    public static readonly DemoSymbol Index = new("DEMO-INDEX", "Demo Market Index Fund", "Index", 1, 200) { QuarterlyYield = 0.004 };

    /// <summary>Twelve shares in four sectors.</summary>
    public static readonly IReadOnlyList<DemoSymbol> Shares =
    [
        new("DEMO-CHIP", "Demo Chip Foundries", "Technology", 1.25, 92) { SplitDay = new(2020, 7, 20), SplitRatio = 4, Drift = 0.0003 },
        new("DEMO-BOLT", "Demo Bolt Systems", "Technology", 1.15, 88),
        new("DEMO-ECHO", "Demo Echo Software", "Technology", 1.05, 132) { SplitDay = new(2017, 6, 12), SplitRatio = 2, Drift = 0.0002 },
        new("DEMO-HELX", "Demo Helix Diagnostics", "Health", 0.8, 61),
        new("DEMO-DRUG", "Demo Drug Laboratories", "Health", 0.75, 104) { QuarterlyYield = 0.006 },
        new("DEMO-CURE", "Demo Cure Devices", "Health", 0.9, 38),
        new("DEMO-GRID", "Demo Grid Utilities", "Energy", 0.85, 57) { QuarterlyYield = 0.008 },
        new("DEMO-FUEL", "Demo Fuel and Refining", "Energy", 1, 73) { QuarterlyYield = 0.0095 },
        new("DEMO-WIND", "Demo Wind Turbines", "Energy", 1.1, 29) { LastDay = new(2021, 8, 13), Drift = -0.0012 },
        new("DEMO-FERM", "Demo Ferment Foods", "Consumer", 0.7, 51) { QuarterlyYield = 0.0065 },
        new("DEMO-LUMA", "Demo Luma Lighting", "Consumer", 0.95, 117),
        new("DEMO-KILO", "Demo Kilo Stores", "Consumer", 0.9, 84) { QuarterlyYield = 0.005 },
    ];
}
