using SkiaSharp;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

internal sealed class RadarDrawing(RadarPicture picture)
{
    private const float Size = 17;
    private const float Half = 148;

    private static readonly Phrase NowWords = new("nu", "now");
    private static readonly Phrase BeforeWords = new("vorige ronde", "round before");
    private static readonly Phrase EnoughWords = new("genoeg: {0}", "enough: {0}");
    private static readonly SKPoint Middle = new(Pen.SheetWidth / 2, 58 + Half);

    // Of a square the corners leave most room for words; anything else stands on its top.
    private readonly float radius = picture.Axes.Count == 4 ? Half * MathF.Sqrt(2) : Half;
    private readonly double start = picture.Axes.Count == 4 ? -0.75 * Math.PI : -0.5 * Math.PI;

    public byte[] Png()
    {
        using var pen = new Pen(RadarPicture.Height / 2f);
        Grid(pen);
        if (picture.Enough is { } enough)
        {
            pen.Shape(Ring(enough), Pen.Green, 2, [2, 4]);
        }

        pen.Shape(Corners(axis => axis.Before), Pen.Orange, 2.5f, [9, 5]);
        pen.Shape(Corners(axis => axis.Now), Pen.Blue, 3, fill: 40);
        Dots(pen, axis => axis.Before, Pen.Orange, hollow: true);
        Dots(pen, axis => axis.Now, Pen.Blue, hollow: false);
        for (var i = 0; i < picture.Axes.Count; i++)
        {
            Name(pen, i);
        }

        Legend(pen);
        return pen.Png();
    }

    private void Grid(Pen pen)
    {
        for (var i = 0; i < picture.Axes.Count; i++)
        {
            pen.Line(Middle, At(i, RadarAxis.Most), Pen.Grid);
        }

        for (var ring = RadarAxis.Least; ring <= RadarAxis.Most; ring++)
        {
            pen.Shape(Ring(ring), Pen.Grid, 1);
        }

        for (var ring = RadarAxis.Least; ring <= RadarAxis.Most; ring++)
        {
            var side = At(0, ring);
            var y = picture.Axes.Count == 4 ? side.Y : (Middle.Y + ((side.Y - Middle.Y) * MathF.Cos(MathF.PI / picture.Axes.Count)));
            pen.Words($"{ring:0}", Middle.X, y + 12, SKTextAlign.Center, 13, colour: Pen.Quiet);
        }
    }

    private void Dots(Pen pen, Func<RadarAxis, decimal?> value, SKColor colour, bool hollow)
    {
        for (var i = 0; i < picture.Axes.Count; i++)
        {
            if (value(picture.Axes[i]) is { } known)
            {
                pen.Dot(At(i, known), hollow ? 5 : 6, colour, hollow);
            }
        }
    }

    private void Name(Pen pen, int i)
    {
        var axis = picture.Axes[i];
        var end = At(i, RadarAxis.Most);
        var above = end.Y < Middle.Y;
        var (x, align, room) = MathF.Abs(end.X - Middle.X) < 1
            ? (end.X, SKTextAlign.Center, Pen.SheetWidth - 20)
            : end.X < Middle.X ? (10f, SKTextAlign.Left, (Pen.SheetWidth / 2) - 16) : (Pen.SheetWidth - 10, SKTextAlign.Right, (Pen.SheetWidth / 2) - 16);
        var y = above ? end.Y - 32 : end.Y + 22;
        pen.Words(Pen.Fitting(axis.Label, room, Size, bold: true), x, y, align, Size, bold: true);
        pen.Words(RadarPicture.Words(axis, Cultures.Of(picture.Language)), x, y + 20, align, Size);
    }

    private void Legend(Pen pen)
    {
        var culture = Cultures.Of(picture.Language);
        var y = (RadarPicture.Height / 2f) - 16;
        var x = 12f;
        x = Entry(pen, x, y, NowWords.In(culture), Pen.Blue, 3, null);
        if (picture.Axes.Any(axis => axis.Before is not null))
        {
            x = Entry(pen, x, y, BeforeWords.In(culture), Pen.Orange, 2.5f, [9, 5]);
        }

        if (picture.Enough is { } enough)
        {
            Entry(pen, x, y, EnoughWords.In(culture, RadarPicture.Number(enough, culture)), Pen.Green, 2, [2, 4]);
        }
    }

    private static float Entry(Pen pen, float x, float y, string words, SKColor colour, float width, float[]? dashes)
    {
        pen.Line(new(x, y - 5), new(x + 32, y - 5), colour, width, dashes);
        pen.Words(words, x + 39, y, SKTextAlign.Left, 16);
        return x + 39 + Pen.Width(words, 16) + 22;
    }

    private List<SKPoint> Ring(decimal value) => [.. Enumerable.Range(0, picture.Axes.Count).Select(i => At(i, value))];

    private List<SKPoint> Corners(Func<RadarAxis, decimal?> value) =>
        [.. Enumerable.Range(0, picture.Axes.Count).Where(i => value(picture.Axes[i]) is not null).Select(i => At(i, value(picture.Axes[i])!.Value))];

    /// <summary>Where a value stands; one is a fifth of the way, so that the weakest force is still seen.</summary>
    private SKPoint At(int axis, decimal value)
    {
        var (sin, cos) = Math.SinCos(start + (2 * Math.PI * axis / picture.Axes.Count));
        var far = radius * (float)(Math.Clamp(value, 0, RadarAxis.Most) / RadarAxis.Most);
        return new SKPoint(Middle.X + (far * (float)cos), Middle.Y + (far * (float)sin));
    }
}
