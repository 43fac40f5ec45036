using SkiaSharp;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>A bar for the work, a thin line for the slack, a mark for the planned day, a line for today.</summary>
internal sealed class TimelineDrawing(TimelinePicture picture)
{
    private const float Size = 16;
    private const float Edge = 12;
    private const float Row = 48;
    private const float Head = 30;
    private const float Foot = 62;

    private static readonly Phrase TodayWord = new("vandaag", "today");
    private static readonly Phrase CriticalWord = new("kritiek", "critical");
    private static readonly Phrase SlackWord = new("speling", "slack");
    private static readonly Phrase PlannedWord = new("gepland", "planned");
    private static readonly Phrase ReadyWord = new("klaar", "ready");

    private readonly int last = Math.Max(1, picture.Bars.Select(bar => Math.Max(Math.Max(bar.To, bar.Latest), bar.Planned ?? 0)).Append(picture.Today).Max());

    public byte[] Png()
    {
        var culture = Cultures.Of(picture.Language);
        var height = Head + (picture.Bars.Count * Row) + Foot;
        using var pen = new Pen(height);
        pen.Words(picture.Day(0, culture), Edge, 20, SKTextAlign.Left, Size, colour: Pen.Quiet);
        pen.Words(picture.Day(last, culture), Pen.SheetWidth - Edge, 20, SKTextAlign.Right, Size, colour: Pen.Quiet);
        for (var at = 0; at < picture.Bars.Count; at++)
        {
            Draw(pen, picture.Bars[at], Head + (at * Row));
        }

        Legend(pen, height - 36);
        return pen.Png();
    }

    private void Draw(Pen pen, TimelineBar bar, float y)
    {
        var culture = Cultures.Of(picture.Language);
        var (bold, day) = (bar.State == TimelineState.Critical, picture.Day(bar.To, culture));
        var room = Pen.SheetWidth - (2 * Edge) - Pen.Width(day, Size) - 14;
        pen.Words(Pen.Fitting(bar.Label, room, Size, bold), Edge, y + 17, SKTextAlign.Left, Size, bold);
        pen.Words(day, Pen.SheetWidth - Edge, y + 17, SKTextAlign.Right, Size, bold);
        var middle = y + 31;
        pen.Line(new(Edge, middle), new(Pen.SheetWidth - Edge, middle), Pen.Grid);
        if (bar.Latest > bar.To)
        {
            pen.Line(new(X(bar.To), middle), new(X(bar.Latest), middle), Pen.Blue, 3, [2, 3]);
        }

        pen.Box(new SKRect(X(bar.From), middle - 6, Math.Max(X(bar.To), X(bar.From) + 4), middle + 6), Colour(bar.State));
        if (bar.Planned is { } planned)
        {
            Mark(pen, X(planned), middle);
        }

        // Beside each bar, and not from top to bottom: it would strike through the days that are written there.
        if (picture.Today >= 0)
        {
            pen.Line(new(X(picture.Today), middle - 11), new(X(picture.Today), middle + 11), Pen.Ink, 1.5f, [4, 2]);
        }
    }

    private void Legend(Pen pen, float y)
    {
        var culture = Cultures.Of(picture.Language);
        var x = Edge;
        x = Entry(pen, x, y, CriticalWord.In(culture), Colour(TimelineState.Critical));
        x = Entry(pen, x, y, ReadyWord.In(culture), Colour(TimelineState.Ready));
        pen.Line(new(x, y - 5), new(x + 26, y - 5), Pen.Blue, 3, [2, 3]);
        pen.Words(SlackWord.In(culture), x + 32, y, SKTextAlign.Left, Size);
        x += 32 + Pen.Width(SlackWord.In(culture), Size) + 18;
        Mark(pen, x + 5, y - 5);
        pen.Words(PlannedWord.In(culture), x + 16, y, SKTextAlign.Left, Size);
        pen.Line(new(Edge + 13, y + 7), new(Edge + 13, y + 27), Pen.Ink, 1.5f, [4, 2]);
        pen.Words(TodayWord.In(culture), Edge + 32, y + 23, SKTextAlign.Left, Size);
    }

    private static float Entry(Pen pen, float x, float y, string words, SKColor colour)
    {
        pen.Box(new SKRect(x, y - 11, x + 26, y + 1), colour);
        pen.Words(words, x + 32, y, SKTextAlign.Left, Size);
        return x + 32 + Pen.Width(words, Size) + 18;
    }

    private static void Mark(Pen pen, float x, float y) => pen.Shape([new(x, y - 8), new(x + 6, y), new(x, y + 8), new(x - 6, y)], Pen.Ink, 2);

    private static SKColor Colour(TimelineState state) => state switch
    {
        TimelineState.Critical => Pen.Orange,
        TimelineState.Ready => Pen.Green,
        _ => Pen.Blue,
    };

    private float X(int days) => Edge + ((Pen.SheetWidth - (2 * Edge)) * Math.Clamp(days, 0, last) / last);
}
