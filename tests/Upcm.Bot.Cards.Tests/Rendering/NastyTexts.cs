namespace Upcm.Bot.Cards.Tests.Rendering;

/// <summary>What people, or others through people's names, may put into a text.</summary>
public static class NastyTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "**vet** en _schuin_ en ~~weg~~",
        "*sterretjes* met * ertussen *",
        "[klik hier](https://evil.example/?a=1&b=2)",
        "![beeld](https://evil.example/x.png)",
        "<https://evil.example>",
        "https://evil.example en www.evil.example",
        "<at>Iedereen</at>",
        "</at><at id=\"0\">Saskia</at>",
        "<b>vet</b><script>alert(1)</script><!-- weg -->",
        "&lt;b&gt; &amp; &#42;",
        "{{DATE(2026-10-12T06:08:00Z,SHORT)}} {{TIME(2026-10-12T06:08:00Z)}}",
        "{{{DATE(2026-10-12T06:08:00Z)}}}",
        "${name} $(x) #{y}",
        "- geen lijst",
        "1. geen lijst",
        "12) ook niet",
        "+ plus",
        "# kop",
        "> citaat",
        "    code",
        "`code` en ``` meer",
        "a | b | c",
        "---",
        "\\*schuine streep\\* \\\\server\\map",
        "==gemarkeerd== ^hoog^",
        "snake_case_naam en INI_012",
        "R&D < 5 kton > 3",
        "Een regel\nnog een\r\n\r\n- en na wit",
        "tab\tertussen ",
        "emoji 🏭👩‍🔬 en é ü ç CO₂ €",
        "ﷺ עברית العربية \u202Eomgekeerd\u202C",
        "\u200B\u200D",
        "lange" + new string('w', 300),
        "half \uD83C teken \uDFED los",
        "bel\u0007 esc\u001b[31mrood nul\0",
        "\"aanhaling\" en 'enkel'",
        "__proto__",
    ];
}
