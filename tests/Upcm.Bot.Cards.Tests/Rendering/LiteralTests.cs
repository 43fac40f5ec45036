using CsCheck;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Cards.Tests.Rendering;

public class LiteralTests
{
    [Theory]
    [InlineData("Restwarmte haven")]
    [InlineData("€ 40.000 van € 80.000 (50%)")]
    [InlineData("ma 12 oktober 2026, 14:05")]
    [InlineData("Saskia de Vries-van den Bergh")]
    [InlineData("26 kton CO₂ per jaar; klopt dat?")]
    [InlineData("1.5 is geen lijst")]
    public void What_is_not_markdown_stays_in_a_text_block(string text) => Assert.True(Literal.IsPlain(text));

    [Theory]
    [InlineData("**vet**")]
    [InlineData("_schuin_")]
    [InlineData("[x](https://evil.example)")]
    [InlineData("https://evil.example")]
    [InlineData("WWW.evil.example")]
    [InlineData("<b>")]
    [InlineData("R&D")]
    [InlineData("- lijst")]
    [InlineData("1. lijst")]
    [InlineData("12) lijst")]
    [InlineData("3.")]
    [InlineData("# kop")]
    [InlineData("`code`")]
    [InlineData("    code")]
    [InlineData("twee spaties  ")]
    [InlineData("a | b")]
    [InlineData("a\\b")]
    public void What_may_be_markdown_goes_where_no_markdown_is_read(string text) => Assert.False(Literal.IsPlain(text));

    [Theory]
    [InlineData("{{DATE(2026-10-12T06:08:00Z)}}", "{|{DATE(2026-10-12T06:08:00Z)}}")]
    [InlineData("{{{TIME(2026-10-12T06:08:00Z)}}", "{|{|{TIME(2026-10-12T06:08:00Z)}}")]
    [InlineData("<at>Iedereen</at>", "<|at>Iedereen<|/at>")]
    [InlineData("<!-- x --><?y>", "<|!-- x --><|?y>")]
    [InlineData("3 < 5 en {een}", "3 < 5 en {een}")]
    [InlineData("bel\u0007 \u001b[31m", "bel [31m")]
    [InlineData("een\r\ntwee", "een\ntwee")]
    public void What_means_something_together_is_taken_apart(string text, string shown) =>
        Assert.Equal(shown, Literal.Shown(text).ReplaceLineEndings("\n").Replace(Literal.Nothing, '|'));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_it() => Assert.Equal("half \uFFFD!", Literal.Shown("half \uD83C!"));

    [Fact]
    public void What_is_shown_reads_as_what_was_typed() => Gen.OneOf([.. NastyTexts.All.Select(text => Gen.Const(text))]).Sample(text =>
    {
        var typed = string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' || !System.Text.Rune.IsControl(rune)));
        Assert.Equal(Shown.Visible(typed), Shown.Visible(Literal.Shown(text)).ReplaceLineEndings("\n"));
    });

    [Fact]
    public void No_choice_can_be_read_as_markdown()
    {
        foreach (var text in NastyTexts.All.Select(Literal.Choice).Where(text => !Literal.IsPlain(text)))
        {
            Assert.StartsWith(Literal.Nothing.ToString(), text, StringComparison.Ordinal);
            Assert.DoesNotContain("](", text, StringComparison.Ordinal);
            Assert.DoesNotContain("`", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[*_~](?![\u200A])", text);
            Assert.DoesNotMatch(@"(?<![\u200A])[*_~]", text);
        }
    }
}
