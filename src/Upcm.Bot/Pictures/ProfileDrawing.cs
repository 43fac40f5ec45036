using SkiaSharp;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>A line from 1 to 5 for every value system; who would hide another stands above it.</summary>
internal sealed class ProfileDrawing(ProfilePicture picture)
{
    private const float Edge = 24;
    private const float Top = 52;
    private const float Name = 24;
    private const float Lane = 21;
    private const float Gap = 14;
    private const float Radius = 10;
    private const float Size = 16;
    private const float Most = 512;
    private const int MostLanes = 3;

    private static readonly Phrase Organisation = new("organisatie", "organisation");
    private static readonly Phrase Collaboration = new("samenwerking", "collaboration");

    public byte[] Png()
    {
        var culture = Cultures.Of(picture.Language);
        var rows = Enumerable.Range(0, picture.Systems.Count).Select(Placed).ToList();
        var room = (Most - Top - Gap) / Math.Max(1, rows.Count);
        var lane = Math.Min(Lane, (room - Name - Gap) / MostLanes);
        using var pen = new Pen(Math.Min(Most, Top + rows.Sum(row => Height(row, lane))));
        Legend(pen, culture);
        var y = Top;
        for (var at = 0; at < rows.Count; at++)
        {
            Draw(pen, at, rows[at], y, lane);
            y += Height(rows[at], lane);
        }

        return pen.Png();
    }

    /// <summary>Each organisation with its lane, counted from the line upwards.</summary>
    private List<(string Letter, float X, int Lane)> Placed(int system)
    {
        List<(string Letter, float X, int Lane)> placed = [];
        foreach (var (letter, mean) in picture.Rows.Select(row => (row.Letter, Mean: row.Of(system))).Where(one => one.Mean is not null).OrderBy(one => one.Mean))
        {
            var x = X(mean!.Value);
            var free = Enumerable.Range(0, MostLanes).Where(lane => placed.TrueForAll(other => other.Lane != lane || x - other.X >= 2 * Radius)).Append(MostLanes - 1).First();
            placed.Add((letter, x, free));
        }

        return placed;
    }

    private static float Height(List<(string Letter, float X, int Lane)> row, float lane) =>
        Name + (lane * (row.Select(one => one.Lane).DefaultIfEmpty().Max() + 1)) + Gap;

    private void Draw(Pen pen, int system, List<(string Letter, float X, int Lane)> row, float y, float lane)
    {
        var line = y + Height(row, lane) - Gap - (lane / 2);
        pen.Words(Pen.Fitting(picture.Systems[system], Pen.SheetWidth - (2 * Edge), Size, bold: true), Edge - 10, y + 15, SKTextAlign.Left, Size, bold: true);
        pen.Line(new(X(1), line), new(X(5), line), Pen.Grid, 2);
        for (var step = 1; step <= 5; step++)
        {
            pen.Line(new(X(step), line - 5), new(X(step), line + 5), Pen.Grid, 2);
        }

        if (ProfilePicture.Mean(picture.Together, system) is { } together)
        {
            // Longer below than a dot is, so that no organisation hides it.
            pen.Line(new(X(together), line - Radius), new(X(together), line + Radius + 8), Pen.Orange, 5);
        }

        foreach (var (letter, x, at) in row)
        {
            var middle = new SKPoint(x, line - (at * lane));
            pen.Dot(middle, Radius, Pen.Blue);
            pen.Words(letter, middle.X, middle.Y + 5, SKTextAlign.Center, 14, bold: true, colour: SKColors.White);
        }
    }

    private static void Legend(Pen pen, System.Globalization.CultureInfo culture)
    {
        pen.Dot(new(Edge, 18), Radius, Pen.Blue);
        pen.Words("A", Edge, 23, SKTextAlign.Center, 14, bold: true, colour: SKColors.White);
        pen.Words(Organisation.In(culture), Edge + 16, 24, SKTextAlign.Left, Size);
        var x = Edge + 16 + Pen.Width(Organisation.In(culture), Size) + 26;
        pen.Line(new(x, 6), new(x, 30), Pen.Orange, 5);
        pen.Words(Collaboration.In(culture), x + 10, 24, SKTextAlign.Left, Size);
        for (var step = 1; step <= 5; step++)
        {
            pen.Words(step.ToString(culture), X(step), Top - 4, SKTextAlign.Center, 14, colour: Pen.Quiet);
        }
    }

    private static float X(decimal mean) => Edge + ((Pen.SheetWidth - (2 * Edge)) * (float)((mean - 1) / 4));
}
