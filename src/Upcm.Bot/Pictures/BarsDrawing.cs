using SkiaSharp;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>Two scales, each with its own heading: on one of them the bands would vanish beside what the groups emit.</summary>
internal sealed class BarsDrawing(BarsPicture picture)
{
    private const float Size = 17;
    private const float Edge = 12;
    private const float Row = 50;
    private const float Heading = 34;
    private const float Gap = 14;

    private static readonly Phrase BandsWords = new("Geclaimd per band", "Claimed per band");
    private static readonly Phrase BesideWords = new("Naast de productgroepen", "Beside the product groups");

    public byte[] Png()
    {
        var culture = Cultures.Of(picture.Language);
        List<Bar> beside = [.. picture.Beside()];
        using var pen = new Pen((2 * Heading) + Gap + ((picture.Bands.Count + beside.Count) * Row) + Edge);
        var y = Panel(pen, 0, Titled(BandsWords), picture.Bands, _ => Pen.Blue);
        Panel(pen, y + Gap, Titled(BesideWords), beside, i => i == 0 ? Pen.Blue : i == 1 && picture.Expected is not null ? Pen.Orange : Pen.Quiet);
        return pen.Png();

        string Titled(Phrase words) => words.In(culture) + (picture.Amount.Length == 0 ? "" : $" ({picture.Amount})");
    }

    private float Panel(Pen pen, float y, string heading, IReadOnlyList<Bar> bars, Func<int, SKColor> colour)
    {
        var culture = Cultures.Of(picture.Language);
        pen.Words(heading, Edge, y + 24, SKTextAlign.Left, Size, bold: true);
        y += Heading;
        var most = bars.Select(bar => bar.Value ?? 0).DefaultIfEmpty().Max();
        var room = Pen.SheetWidth - (2 * Edge);
        for (var i = 0; i < bars.Count; i++, y += Row)
        {
            var number = BarsPicture.Number(bars[i].Value, culture);
            var label = Pen.Fitting(bars[i].Label, room - Pen.Width(number, Size, bold: true) - 16, Size);
            pen.Words(label, Edge, y + 17, SKTextAlign.Left, Size);
            pen.Words(number, Pen.SheetWidth - Edge, y + 17, SKTextAlign.Right, Size, bold: true);
            pen.Box(new SKRect(Edge, y + 24, Edge + room, y + 38), new SKColor(0xED, 0xEB, 0xE9));
            if (bars[i].Value is > 0 and var value)
            {
                pen.Box(new SKRect(Edge, y + 24, Edge + Math.Max(3, room * (float)(value / most)), y + 38), colour(i));
            }
        }

        return y;
    }
}
