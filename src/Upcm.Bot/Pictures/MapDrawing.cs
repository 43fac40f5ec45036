using System.Globalization;
using SkiaSharp;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>Five by five cells; in each the numbers of who stands there, smaller where there are many.</summary>
internal sealed class MapDrawing(MapPicture picture)
{
    private const int Steps = 5;
    private const float Left = 40;
    private const float Top = 62;
    private const float Cell = 80;
    private const float Size = 16;

    private static readonly SKColor Tint = new(0xE3, 0xF0, 0xF8);
    private static readonly Phrase Influence = new("Invloed", "Influence");
    private static readonly Phrase Interest = new("Belang", "Interest");
    private static readonly Phrase Satisfied = new("Tevreden houden", "Keep satisfied");
    private static readonly Phrase Closely = new("Nauw betrekken", "Involve closely");
    private static readonly Phrase Monitor = new("In het oog houden", "Monitor");
    private static readonly Phrase Informed = new("Op de hoogte houden", "Keep informed");
    private static readonly Phrase For = new("voor", "for");
    private static readonly Phrase Against = new("tegen", "against");

    public byte[] Png()
    {
        var culture = Cultures.Of(picture.Language);
        using var pen = new Pen(MapPicture.Height / 2f);
        Grid(pen, culture);
        foreach (var cell in picture.Places().GroupBy(place => (place.Influence, place.Interest)))
        {
            Fill(pen, cell.Key.Influence, cell.Key.Interest, [.. cell.SelectMany(place => place.Numbers.Select(number => (number, place.Against)))]);
        }

        return pen.Png();
    }

    private void Grid(Pen pen, CultureInfo culture)
    {
        var (right, bottom) = (Left + (Steps * Cell), Top + (Steps * Cell));
        var (borderX, borderY) = (X(picture.InterestFrom), Y(picture.InfluenceFrom) + Cell);
        pen.Box(new SKRect(borderX, Top, right, borderY), Tint);
        for (var step = 0; step <= Steps; step++)
        {
            pen.Line(new(Left, Top + (step * Cell)), new(right, Top + (step * Cell)), Pen.Grid);
            pen.Line(new(Left + (step * Cell), Top), new(Left + (step * Cell), bottom), Pen.Grid);
        }

        pen.Line(new(Left, borderY), new(right, borderY), Pen.Quiet, 2.5f);
        pen.Line(new(borderX, Top), new(borderX, bottom), Pen.Quiet, 2.5f);
        for (var step = 1; step <= Steps; step++)
        {
            var number = step.ToString(culture);
            pen.Words(number, Left - 12, Y(step) + (Cell / 2) + 6, SKTextAlign.Center, Size, colour: Pen.Quiet);
            pen.Words(number, X(step) + (Cell / 2), bottom + 19, SKTextAlign.Center, Size, colour: Pen.Quiet);
        }

        pen.Words(Influence.In(culture), 8, 22, SKTextAlign.Left, Size, bold: true);
        Legend(pen, culture, right);
        pen.Words(Satisfied.In(culture), Left, Top - 10, SKTextAlign.Left, Size);
        pen.Words(Closely.In(culture), right, Top - 10, SKTextAlign.Right, Size, bold: true);
        pen.Words(Monitor.In(culture), Left, bottom + 41, SKTextAlign.Left, Size);
        pen.Words(Informed.In(culture), right - Pen.Width(Interest.In(culture), Size, bold: true) - 22, bottom + 41, SKTextAlign.Right, Size);
        pen.Words(Interest.In(culture), right, bottom + 41, SKTextAlign.Right, Size, bold: true);
    }

    private void Legend(Pen pen, CultureInfo culture, float right)
    {
        if (picture.Places().All(place => !place.Against))
        {
            return;
        }

        var x = right - Pen.Width(Against.In(culture), Size);
        pen.Words(Against.In(culture), right, 22, SKTextAlign.Right, Size);
        pen.Dot(new(x - 15, 16), 8, Pen.Orange, hollow: true);
        x -= 37;
        pen.Words(For.In(culture), x, 22, SKTextAlign.Right, Size);
        pen.Dot(new(x - Pen.Width(For.In(culture), Size) - 15, 16), 8, Pen.Blue);
    }

    private static void Fill(Pen pen, int influence, int interest, List<(string Number, bool Against)> there)
    {
        var side = there.Count switch { 1 => 1, <= 4 => 2, <= 9 => 3, _ => 4 };
        var room = side * side;
        var shown = there.Count <= room ? there : there[..(room - 1)];
        var pitch = Cell / side;
        var (radius, size) = side switch { 1 or 2 => (17f, 17f), 3 => (12.4f, 15f), _ => (9.3f, 12f) };
        for (var at = 0; at < shown.Count; at++)
        {
            var middle = Middle(at);
            var (number, against) = shown[at];
            pen.Dot(middle, radius, against ? Pen.Orange : Pen.Blue, hollow: against);
            pen.Words(number, middle.X, middle.Y + (size * 0.35f), SKTextAlign.Center, number.Length > 2 ? size * 0.8f : size, bold: true, colour: against ? Pen.Ink : SKColors.White);
        }

        if (there.Count > shown.Count)
        {
            var middle = Middle(shown.Count);
            pen.Words($"+{(there.Count - shown.Count).ToString(CultureInfo.InvariantCulture)}", middle.X, middle.Y + 4, SKTextAlign.Center, 13, bold: true);
        }

        SKPoint Middle(int at) => new(X(interest) + (pitch * ((at % side) + 0.5f)), Y(influence) + (pitch * ((at / side) + 0.5f)));
    }

    /// <summary>The left side of a step of interest.</summary>
    private static float X(int interest) => Left + ((interest - 1) * Cell);

    /// <summary>The upper side of a step of influence: five is on top.</summary>
    private static float Y(int influence) => Top + ((Steps - influence) * Cell);
}
