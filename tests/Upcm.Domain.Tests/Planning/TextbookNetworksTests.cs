namespace Upcm.Domain.Tests;

/// <summary>Networks from well-known books with the figures that are printed there, typed in by hand.</summary>
public sealed class TextbookNetworksTests
{
    /// <summary>Name, duration, what it waits for; then ES, EF, LS, LF and slack as printed.</summary>
    public sealed record Printed(string Name, int Duration, string After, int Es, int Ef, int Ls, int Lf, int Slack);

    /// <summary>Hillier and Lieberman, Introduction to Operations Research: the Reliable Construction Co. project, in weeks.</summary>
    private static readonly Printed[] ReliableConstruction =
    [
        new("A", 2, "", 0, 2, 0, 2, 0),
        new("B", 4, "A", 2, 6, 2, 6, 0),
        new("C", 10, "B", 6, 16, 6, 16, 0),
        new("D", 6, "C", 16, 22, 20, 26, 4),
        new("E", 4, "C", 16, 20, 16, 20, 0),
        new("F", 5, "E", 20, 25, 20, 25, 0),
        new("G", 7, "D", 22, 29, 26, 33, 4),
        new("H", 9, "EG", 29, 38, 33, 42, 4),
        new("I", 7, "C", 16, 23, 18, 25, 2),
        new("J", 8, "FI", 25, 33, 25, 33, 0),
        new("K", 4, "J", 33, 37, 34, 38, 1),
        new("L", 5, "J", 33, 38, 33, 38, 0),
        new("M", 2, "H", 38, 40, 42, 44, 4),
        new("N", 6, "KL", 38, 44, 38, 44, 0),
    ];

    /// <summary>Heizer and Render, Operations Management: Milwaukee Paper Manufacturing, in weeks.</summary>
    private static readonly Printed[] MilwaukeePaper =
    [
        new("A", 2, "", 0, 2, 0, 2, 0),
        new("B", 3, "", 0, 3, 1, 4, 1),
        new("C", 2, "A", 2, 4, 2, 4, 0),
        new("D", 4, "AB", 3, 7, 4, 8, 1),
        new("E", 4, "C", 4, 8, 4, 8, 0),
        new("F", 3, "C", 4, 7, 10, 13, 6),
        new("G", 5, "DE", 8, 13, 8, 13, 0),
        new("H", 2, "FG", 13, 15, 13, 15, 0),
    ];

    /// <summary>Anderson, Sweeney and Williams, An Introduction to Management Science: the Western Hills Shopping Center, in weeks.</summary>
    private static readonly Printed[] WesternHills =
    [
        new("A", 5, "", 0, 5, 0, 5, 0),
        new("B", 6, "", 0, 6, 6, 12, 6),
        new("C", 4, "A", 5, 9, 8, 12, 3),
        new("D", 3, "A", 5, 8, 7, 10, 2),
        new("E", 1, "A", 5, 6, 5, 6, 0),
        new("F", 4, "E", 6, 10, 6, 10, 0),
        new("G", 14, "DF", 10, 24, 10, 24, 0),
        new("H", 12, "BC", 9, 21, 12, 24, 3),
        new("I", 2, "GH", 24, 26, 24, 26, 0),
    ];

    /// <summary>Taha, Operations Research: the example of the critical-path chapter, in days; activity on arrow, 4-5 is a dummy.</summary>
    private static readonly Printed[] Taha =
    [
        new("A", 5, "", 0, 5, 0, 5, 0),
        new("B", 6, "", 0, 6, 5, 11, 5),
        new("C", 3, "A", 5, 8, 8, 11, 3),
        new("D", 8, "A", 5, 13, 5, 13, 0),
        new("E", 2, "BC", 8, 10, 11, 13, 3),
        new("F", 11, "BC", 8, 19, 14, 25, 6),
        new("G", 1, "D", 13, 14, 24, 25, 11),
        new("H", 12, "DE", 13, 25, 13, 25, 0),
    ];

    /// <summary>The much copied PERT example of seven activities, with expected times in hundredths of a day.</summary>
    private static readonly Printed[] SevenActivities =
    [
        new("A", 400, "", 0, 400, 0, 400, 0),
        new("B", 533, "", 0, 533, 384, 917, 384),
        new("C", 517, "A", 400, 917, 400, 917, 0),
        new("D", 633, "A", 400, 1033, 868, 1501, 468),
        new("E", 517, "BC", 917, 1434, 917, 1434, 0),
        new("F", 450, "D", 1033, 1483, 1501, 1951, 468),
        new("G", 517, "E", 1434, 1951, 1434, 1951, 0),
    ];

    public static TheoryData<string, Printed[], int, string> Networks { get; } = new()
    {
        { "Reliable Construction", ReliableConstruction, 44, "ABCEFJLN" },
        { "Milwaukee Paper", MilwaukeePaper, 15, "ACEGH" },
        { "Western Hills", WesternHills, 26, "AEFGI" },
        { "Taha", Taha, 25, "ADH" },
        { "Seven activities", SevenActivities, 1951, "ACEG" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_from_a_book_comes_out_as_printed(string book, Printed[] printed, int length, string path)
    {
        Assert.NotEmpty(book);
        var network = Of(printed);
        Assert.Equal(
            printed.Select(one => (one.Name, one.Es, one.Ef, one.Ls, one.Lf, one.Slack)),
            network.Activities.Zip(network.Times, (one, at) => (one.Name, at.EarliestStart, at.EarliestFinish, at.LatestStart, at.LatestFinish, at.Slack)));
        Assert.Equal(length, network.Length);
        Assert.Equal(path, string.Concat(network.Path.Select(at => network.Activities[at].Name)));
        Assert.Equal(path, string.Concat(network.Activities.Where((_, at) => network.Times[at].IsCritical).Select(one => one.Name)));
    }

    [Fact]
    public void Free_slack_comes_out_as_Taha_prints_it() =>
        Assert.Equal([0, 2, 0, 0, 3, 6, 11, 0], Of(Taha).Times.Select(time => time.FreeSlack));

    private static Network Of(Printed[] printed) => Assert.IsType<Accepted<Network>>(Network.Of(
    [
        .. printed.Select(one => new Activity(one.Name, one.Duration, [.. one.After.Select(name => Array.FindIndex(printed, other => other.Name == name.ToString()))])),
    ])).Value;
}
