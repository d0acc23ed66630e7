namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>
/// What every broker must do with an order: name | steps | how it ends. Any broker behind the router is held to it; the built-in one here. The idea is NautilusTrader's
/// matrix for its adapters, the cases are ours. Words: docs/trading.md, "The acceptance table".
/// </summary>
internal static class AcceptanceTable
{
    public static IReadOnlyList<(string Name, string Steps, string Ends)> Cases { get; } =
    [
        .. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[0], cells[1], cells[2])),
    ];

    private const string Text = """
        market buy fills at the price there is | tick 50; buy 100 | 1 filled 100 @50; held 100
        market sell fills at the price there is | tick 50; buy 100; sell 100 | 2 filled 100 @50; held 0
        market sell short | tick 50; short 100 | 1 filled 100 @50; held -100
        market buy to cover | tick 50; short 100; buy 100 | 2 filled 100 @50; held 0
        market buy before there is a price waits for it | buy 100; wait 1; tick 50 | 1 filled 100 @50; held 100
        market buy before the opening fills at the opening | buy 100; open 51 | 1 filled 100 @51; held 100
        market buy of one share | tick 50; buy 1 | 1 filled 1 @50; held 1
        market buy of a fraction | tick 50; buy 0.5 | 1 filled 0.5 @50; held 0.5
        two market buys add up | tick 50; buy 100; tick 52; buy 100 | 1 filled 100 @50; 2 filled 100 @52; held 200; cost 51
        market sell of a part | tick 50; buy 100; tick 55; sell 40 | 2 filled 40 @55; held 60; cost 50; realised 200
        market orders of two symbols do not meet | tick 50; buy 100 OTHER; wait 1 | 1 working 0; held 0
        limit buy above the market fills at the market | tick 50; buy 100 limit 51 | 1 filled 100 @50; held 100
        limit sell below the market fills at the market | tick 50; buy 100; sell 100 limit 49 | 2 filled 100 @50; held 0
        limit buy at the market fills | tick 50; buy 100 limit 50 | 1 filled 100 @50
        limit buy below the market waits | tick 50; buy 100 limit 49; wait 1 | 1 working 0; held 0
        limit sell above the market waits | tick 50; buy 100; sell 100 limit 51; wait 1 | 2 working 0; held 100
        limit buy fills at a tick at its limit | tick 50; buy 100 limit 49; tick 49 | 1 filled 100 @49
        limit buy fills better at a tick below its limit | tick 50; buy 100 limit 49; tick 48 | 1 filled 100 @48
        limit sell fills at a tick at its limit | tick 50; buy 100; sell 100 limit 51; tick 51 | 2 filled 100 @51
        limit sell fills better at a tick above its limit | tick 50; buy 100; sell 100 limit 51; tick 52 | 2 filled 100 @52
        limit buy fills at its limit in a range | tick 50; buy 100 limit 49; range 50 51 48.5 | 1 filled 100 @49
        limit buy fills at the open of a range that begins below | tick 50; buy 100 limit 49; range 48 51 47 | 1 filled 100 @48
        limit buy is not filled by a range above it | tick 50; buy 100 limit 49; range 50 51 49.01 | 1 working 0
        limit sell fills at its limit in a range | tick 50; buy 100; sell 100 limit 51; range 50 51.5 49 | 2 filled 100 @51
        limit sell fills at the open of a range that begins above | tick 50; buy 100; sell 100 limit 51; range 52 53 50 | 2 filled 100 @52
        limit sell is not filled by a range below it | tick 50; buy 100; sell 100 limit 51; range 50 50.99 49 | 2 working 0
        stop sell waits above its stop | tick 50; buy 100; sell 100 stop 48; tick 48.01 | 2 working 0; held 100
        stop sell fills at a tick at its stop | tick 50; buy 100; sell 100 stop 48; tick 48 | 2 filled 100 @48; held 0
        stop sell fills at a tick through its stop | tick 50; buy 100; sell 100 stop 48; tick 46 | 2 filled 100 @46
        stop sell fills at its stop in a range | tick 50; buy 100; sell 100 stop 48; range 50 51 47 | 2 filled 100 @48
        stop sell fills at the open after a gap | tick 50; buy 100; sell 100 stop 48; range 45 46 44 | 2 filled 100 @45
        stop sell is not touched by a range above it | tick 50; buy 100; sell 100 stop 48; range 50 51 48.01 | 2 working 0
        stop buy waits below its stop | tick 50; short 100; buy 100 stop 52; tick 51.99 | 2 working 0; held -100
        stop buy fills at a tick at its stop | tick 50; short 100; buy 100 stop 52; tick 52 | 2 filled 100 @52; held 0
        stop buy fills at its stop in a range | tick 50; short 100; buy 100 stop 52; range 50 53 49 | 2 filled 100 @52
        stop buy fills at the open after a gap | tick 50; short 100; buy 100 stop 52; range 55 56 54 | 2 filled 100 @55
        a stop does not fill at the price it was placed at | tick 50; buy 100; sell 100 stop 55; wait 1 | 2 working 0
        a stop that the market is beyond fills at the next tick | tick 50; buy 100; sell 100 stop 55; tick 50.5 | 2 filled 100 @50.5
        stop limit sell fills at its limit when both are touched | tick 50; buy 100; sell 100 stop 48 limit 47; range 50 50 46 | 2 filled 100 @50
        stop limit sell waits when the market fell through its limit | tick 50; buy 100; sell 100 stop 48 limit 47; tick 46 | 2 working 0; held 100
        stop limit sell fills when the market comes back to its limit | tick 50; buy 100; sell 100 stop 48 limit 47; tick 46; tick 47.5 | 2 filled 100 @47.5
        stop limit buy fills between stop and limit | tick 50; short 100; buy 100 stop 52 limit 53; tick 52.5 | 2 filled 100 @52.5
        stop limit buy waits above its limit | tick 50; short 100; buy 100 stop 52 limit 53; tick 54 | 2 working 0
        stop limit is not touched | tick 50; buy 100; sell 100 stop 48 limit 47; tick 49 | 2 working 0
        touched sell fills at its price in a range | tick 50; buy 100; sell 100 touched 52; range 50 53 49 | 2 filled 100 @52
        touched sell fills at the open after a gap | tick 50; buy 100; sell 100 touched 52; range 54 55 53 | 2 filled 100 @54
        touched sell waits below | tick 50; buy 100; sell 100 touched 52; range 50 51.99 49 | 2 working 0
        touched buy fills at its price in a range | tick 50; short 100; buy 100 touched 48; range 50 51 47 | 2 filled 100 @48
        touched buy waits above | tick 50; short 100; buy 100 touched 48; range 50 51 48.01 | 2 working 0
        on open buy fills at the opening | tick 50; buy 100 open; tick 51; open 52 | 1 filled 100 @52
        on open buy waits for the opening | tick 50; buy 100 open; tick 51 | 1 working 0
        on close buy fills at the close of the session | tick 50; buy 100 close; tick 51; end 53 | 1 filled 100 @53
        on close buy is not filled by the close of a bar within the session | tick 50; buy 100 close; shut 53 | 1 working 0
        a day order expires at the end of the session | tick 50; buy 100 limit 40; end 50 | 1 expired 0; held 0
        a day order lives through the close of a bar within the session | tick 50; buy 100 limit 40; shut 50 | 1 working 0
        an order until cancelled lives through the end of the session | tick 50; buy 100 limit 40 gtc; end 50 | 1 working 0
        an order until cancelled fills on a later day | tick 50; buy 100 limit 40 gtc; end 50; range 41 42 39 | 1 filled 100 @40
        a stop until cancelled fills on a later day | tick 50; buy 100; sell 100 stop 45 gtc; end 50; range 44 46 43 | 2 filled 100 @44
        immediate or cancel fills at once | tick 50; buy 100 limit 51 ioc | 1 filled 100 @50
        immediate or cancel is cancelled when it cannot fill | tick 50; buy 100 limit 49 ioc; wait 1 | 1 cancelled 0; held 0
        a cancel takes a waiting order back | tick 50; buy 100 limit 49; wait 1; cancel 1; wait 1 | 1 cancelled 0
        a cancelled order does not fill | tick 50; buy 100 limit 49; wait 1; cancel 1; wait 1; tick 48 | 1 cancelled 0; held 0
        a cancel after the fill changes nothing | tick 50; buy 100; wait 1; cancel 1; wait 1 | 1 filled 100 @50; held 100
        a cancel told twice is one | tick 50; buy 100 limit 49; wait 1; cancel 1; cancel 1; wait 1 | 1 cancelled 0
        a cancelled stop does not fill | tick 50; buy 100; sell 100 stop 48 gtc; wait 1; cancel 2; wait 1; tick 40 | 2 cancelled 0; held 100
        of a group the stop fills and the target is taken back | tick 50; buy 100; sell 100 stop 48 group; sell 100 touched 52 group; tick 47; wait 1 | 2 filled 100 @47; 3 cancelled 0; held 0
        of a group the target fills and the stop is taken back | tick 50; buy 100; sell 100 stop 48 group; sell 100 touched 52 group; tick 53; wait 1 | 2 cancelled 0; 3 filled 100 @53; held 0
        a range that touches both fills the stop | tick 50; buy 100; sell 100 stop 48 group; sell 100 touched 52 group; range 50 53 47; wait 1 | 2 filled 100 @48; 3 cancelled 0; held 0
        a range that touches both fills the stop of a short | tick 50; short 100; buy 100 stop 52 group; buy 100 touched 48 group; range 50 53 47; wait 1 | 2 filled 100 @52; 3 cancelled 0; held 0
        a group without a touch waits | tick 50; buy 100; sell 100 stop 48 group; sell 100 touched 52 group; tick 51 | 2 working 0; 3 working 0; held 100
        one of a group is cancelled and the other lives | tick 50; buy 100; sell 100 stop 48 group; sell 100 touched 52 group; wait 1; cancel 3; wait 1; tick 47; wait 1 | 2 filled 100 @47; 3 cancelled 0; held 0
        without a connection nothing is placed | tick 50; drop; buy 100; wait 1 | none; held 0
        after a connection came back orders are placed | tick 50; drop; wait 1; connect; wait 3; buy 100 | 1 filled 100 @50; held 100
        a fill without a connection is found when it is back | tick 50; buy 100 limit 49; wait 1; drop; tick 48; wait 5; connect; wait 3 | 1 filled 100 @48; held 100
        a stop fills without a connection and is found | tick 50; buy 100; sell 100 stop 48 gtc; wait 1; drop; tick 47; wait 5; connect; wait 3 | 2 filled 100 @47; held 0
        an expiry without a connection is found | tick 50; buy 100 limit 49; wait 1; drop; end 50; wait 1; connect; wait 3 | 1 expired 0; held 0
        an order that waits lives through a broken connection | tick 50; buy 100 limit 49 gtc; wait 1; drop; wait 5; connect; wait 3 | 1 working 0
        a cancel without a connection is told when it is back | tick 50; buy 100 limit 49 gtc; wait 1; drop; wait 1; cancel 1; connect; wait 15 | 1 cancelled 0
        a group fills without a connection and both ends are found | tick 50; buy 100; sell 100 stop 48 gtc group; sell 100 touched 52 gtc group; wait 1; drop; tick 53; wait 5; connect; wait 3 | 2 cancelled 0; 3 filled 100 @53; held 0
        after a restart a waiting order is known | tick 50; buy 100 limit 49 gtc; wait 1; restart; wait 8 | 1 working 0
        after a restart a waiting order still fills | tick 50; buy 100 limit 49 gtc; wait 1; restart; wait 8; tick 49 | 1 filled 100 @49; held 100
        after a restart a position is known | tick 50; buy 100; wait 1; restart; wait 8 | 1 filled 100 @50; held 100; cost 50
        what filled while the program was away is found | tick 50; buy 100 limit 49 gtc; wait 1; away 48; restart; wait 8 | 1 filled 100 @48; held 100
        after a restart a waiting order can be taken back | tick 50; buy 100 limit 49 gtc; wait 1; restart; wait 8; cancel 1; wait 1 | 1 cancelled 0
        a trade by hand freezes the symbol | tick 50; buy 100; wait 1; hand -40; wait 40; buy 10 | 1 filled 100 @50; held 100; frozen
        a trade by hand of another symbol does not freeze this one | tick 50; hand 10 OTHER; wait 40; buy 100 | 1 filled 100 @50; held 100
        a long day of many orders adds up | tick 50; buy 10; tick 51; buy 20; tick 52; sell 15; tick 49; sell 15; tick 50; short 5; tick 48; buy 5 | 6 filled 5 @48; held 0
        """;
}
