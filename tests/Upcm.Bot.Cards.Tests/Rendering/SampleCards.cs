namespace Upcm.Bot.Cards.Tests.Rendering;

/// <summary>Cards as the bot sends them: what is looked at in a browser, and what every renderer must be able to show.</summary>
public static class SampleCards
{
    public static IReadOnlyDictionary<string, Card> All { get; } = new SortedDictionary<string, Card>(StringComparer.Ordinal)
    {
        ["form-with-problems"] = Form(),
        ["initiative"] = Initiative(),
        ["gate-with-many-buttons"] = Gate(),
        ["digest"] = Digest(),
        ["long-table"] = LongTable(),
        ["nasty-texts"] = Nasty(),
        ["decided"] = Decided(),
    };

    private static Option[] Bands =>
        [new("a", "Tot 10 kton per jaar"), new("b", "10 tot 50 kton per jaar"), new("c", "Meer dan 50 kton per jaar")];

    private static Option[] Places =>
        [.. new[] { "Rotterdam", "Moerdijk", "Terneuzen", "Geleen", "Delfzijl", "IJmuiden", "Eemshaven", "Emmen" }
            .Select(name => new Option(name.ToLowerInvariant(), name))];

    private static Card Form() => new("Nieuw initiatief: waar gaat het over?")
    {
        Status = "Stap 2 van 4. Wat je invult blijft bewaard.",
        Body =
        [
            new Field("name", "Hoe heet het initiatief?", FieldKind.Line)
            {
                Required = true, Value = "Restwarmte haven", Hint = "Een naam die iedereen herkent.",
            },
            new Field("goal", "Wat levert dit project op?", FieldKind.Paragraph)
            {
                Required = true,
                Hint = "In een of twee zinnen, zo dat je later kunt zien of het gelukt is.",
                Why = "Het KBO toetst bij elke fasepoort of dit resultaat nog haalbaar is. Hoe scherper het hier staat, hoe minder vragen je later krijgt.",
            },
            new Field("budget", "Welk budget vraag je aan?", FieldKind.Number)
            {
                Required = true,
                Value = "12,5 mln",
                Hint = "Bijvoorbeeld 40.000",
                Problem = "Ik lees \"12,5 mln\" als € 12.500.000. Dat is meer dan het toegekende budget van € 80.000. Klopt dat?",
            },
            new Field("start", "Wanneer begin je?", FieldKind.Date)
            {
                Value = "begin volgend kwartaal", Problem = "Ik zie hier geen dag in.",
            },
            new Field("band", "Hoeveel CO₂ bespaart het naar schatting?", FieldKind.OneOf) { Options = Bands, Value = "b", Required = true },
            new Field("place", "Waar is het?", FieldKind.OneOfMany) { Options = Places },
            new Field("sites", "Wie doen er mee?", FieldKind.ManyOf) { Options = [.. Places.Take(5)], Value = "rotterdam,geleen" },
        ],
        Buttons =
        [
            new Button("Verder", new Press("form.next", ("form", "F-12")), "verder", ButtonTone.Main) { TakesInput = true },
            new Button("Bewaar voor later", new Press("form.keep", ("form", "F-12")), "bewaar"),
            new Button("Terug", new Press("form.back", ("form", "F-12")), "terug"),
            new Button("Stoppen", new Press("form.stop", ("form", "F-12")), "stop", ButtonTone.Grave),
        ],
    };

    private static Card Initiative() => new("INI-012 Restwarmte haven")
    {
        Status = "Realisatie · loopt op schema",
        Light = Light.Green,
        Body =
        [
            new Facts(
            [
                new("Opdrachtgever", "Saskia de Vries-van den Bergh"),
                new("Linking pin", "Mo El Amrani"),
                new("Planning", "Vertraagd, 3 weken", Light.Amber),
                new("Budget", "€ 40.000 van € 80.000", Light.Green),
                new("CO₂", "26 kton CO₂ per jaar"),
                new("Volgende poort", "ma 12 oktober 2026 (over 3 dagen)", Light.Red),
            ]),
            new Text("Nieuw sinds vorige keer: de vergunning is binnen.", Tone.Good),
            new Section("Vingerafdruk",
            [
                new Picture(new Uri("https://bot.example/pictures/abc.png"), "Techniek 4, markt 3, geld 2, mensen 4 (vorige ronde 3, 3, 2, 2)."),
            ]),
            new Section("Risico's (3)",
            [
                new Bullets(["Levering van de warmtewisselaar hangt aan een partij.", "Gemeente stelt besluit uit.", "Prijs van staal."]),
            ], Folded: true),
        ],
        Buttons =
        [
            new Button("Voortgang melden", new Press("progress.open", ("id", "INI-012")), "voortgang INI-012", ButtonTone.Main),
            new Button("Mijlpalen", new Press("milestones.show", ("id", "INI-012")), "mijlpalen INI-012"),
            new Button("Team", new Press("team.show", ("id", "INI-012")), "team INI-012"),
        ],
        Personal = new PersonalView(["29:een", "29:twee"], new Press("initiative.refresh", ("id", "INI-012"))),
    };

    private static Card Gate() => new("Fasepoort 3 van INI-012 Restwarmte haven")
    {
        Status = "Wacht op besluit van het KBO Realisatie",
        Light = Light.Amber,
        Body =
        [
            new Text("Twee van de vijf criteria zijn nog niet gehaald. Besluiten kan, met een reden."),
            new Row("Opdrachtgever is benoemd", "Saskia de Vries", null),
            new Row("Contract is getekend", "Nog niet: wacht op inkoop", new Button("Bekijk", new Press("criterion.show", ("id", "contract")), "bekijk contract")),
            new Row("Besparing is onderbouwd", "26 kton CO₂ per jaar, getoetst", new Button("Bekijk", new Press("criterion.show", ("id", "saving")), "bekijk besparing")),
            new Choices([new Button("Wat is een fasepoort?", new Press("explain", ("term", "gate")), "wat is een fasepoort")]),
        ],
        Buttons =
        [
            new Button("Doorlaten", new Press("gate.pass", ("id", "G-3")), "doorlaten", ButtonTone.Main),
            new Button("Terug met vragen", new Press("gate.ask", ("id", "G-3")), "terug met vragen"),
            new Button("Stoppen", new Press("gate.stop", ("id", "G-3")), "stoppen", ButtonTone.Grave),
            new Button("Stukken bekijken", new Press("gate.papers", ("id", "G-3")), "stukken"),
            new Button("Uitstellen", new Press("gate.delay", ("id", "G-3")), "uitstellen"),
            new Button("Iemand erbij vragen", new Press("gate.invite", ("id", "G-3")), "iemand erbij vragen"),
            new Button("Geschiedenis", new Press("gate.history", ("id", "G-3")), "geschiedenis"),
        ],
    };

    private static Card Digest() => new("Je week: 2 besluiten wachten op jou")
    {
        Status = "ma 12 oktober 2026",
        Body =
        [
            new Bullets(["INI-012 wacht op jouw besluit, nog 3 dagen.", "INI-007 meldde een rood risico.", "INI-031 haalde fasepoort 2."]),
            new Section("Te besluiten",
            [
                new Row("INI-012 Restwarmte haven", "Fasepoort 3, uiterlijk do 15 oktober", new Button("Open", new Press("gate.show", ("id", "G-3")), "open INI-012")),
                new Row("INI-019 Elektrische ovens bij de glasfabriek in Leerdam", "Fasepoort 1, uiterlijk vr 16 oktober", new Button("Open", new Press("gate.show", ("id", "G-9")), "open INI-019")),
            ]),
            new Section("Stand", [new Facts([new("Groen", "14 initiatieven", Light.Green), new("Oranje", "5 initiatieven", Light.Amber), new("Rood", "2 initiatieven", Light.Red)])]),
            new Section("Wat er verder gebeurde", [new Text("Zes initiatieven meldden voortgang.\nEr kwam een nieuwe opdrachtgever.\n\nHet KBO vergadert op do 22 oktober.")], Folded: true),
        ],
        Buttons = [new Button("Alles tonen", new Press("digest.all"), "alles"), new Button("Minder vaak", new Press("digest.less"), "minder vaak")],
    };

    private static Card LongTable() => new("Portfolio Realisatie")
    {
        Status = "21 initiatieven, 2 rood",
        Body =
        [
            new Table(["Initiatief", "Licht", "Budget"],
            [
                .. Enumerable.Range(1, 21).Select(IReadOnlyList<string> (n) =>
                [
                    $"INI-{n:000} {(n % 3 == 0 ? "Elektrische ovens bij de glasfabriek" : "Restwarmte haven")}",
                    n % 7 == 0 ? "Rood" : "Groen",
                    $"€ {n * 7}.000",
                ]),
            ]),
        ],
        Buttons = [new Button("Meer tonen", new Press("portfolio.more", ("from", "22")), "meer")],
    };

    private static Card Nasty() => new(NastyTexts.All[0])
    {
        Status = "**vet** & <b>html</b>",
        Light = Light.Red,
        Body =
        [
            .. NastyTexts.All.Select(text => new Text(text)),
            new Facts([.. NastyTexts.All.Take(6).Select(text => new Fact(text, text))]),
            new Field("f", "**label** {{DATE(2026-10-12T00:00:00Z)}}", FieldKind.OneOf)
            {
                Options = [.. NastyTexts.All.Select((text, i) => new Option($"o{i}", text))], Problem = "<at>allen</at>", Why = "[x](https://evil.example)",
            },
        ],
        Buttons = [new Button("**Ja** <b>", new Press("yes"))],
    };

    private static Card Decided() => new("Fasepoort 3 van INI-012: doorgelaten")
    {
        Status = "Besloten door Saskia de Vries op ma 12 oktober 2026 om 14:05",
        Light = Light.Green,
        Body = [new Text("Voorwaarde: het contract is voor 1 november getekend.")],
    };
}
