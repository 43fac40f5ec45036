using SkiaSharp;

namespace Upcm.Bot.Pictures;

/// <summary>
/// Draws on a white sheet. Sizes are in points of a card 480 wide, drawn twice as large, so that a picture stays sharp;
/// on a phone a card is about 290 wide, so letters are at least 16.
/// </summary>
internal sealed class Pen : IDisposable
{
    public const float SheetWidth = 480;

    private const int Scale = 2;

    /// <summary>Colours that differ for every eye (Okabe and Ito), and in lightness too.</summary>
    public static readonly SKColor Ink = new(0x25, 0x24, 0x23);
    public static readonly SKColor Quiet = new(0x60, 0x5E, 0x5C);
    public static readonly SKColor Grid = new(0xD2, 0xD0, 0xCE);
    public static readonly SKColor Blue = new(0x00, 0x72, 0xB2);
    public static readonly SKColor Orange = new(0xE6, 0x9F, 0x00);
    public static readonly SKColor Green = new(0x00, 0x7A, 0x5A);

    private readonly SKBitmap sheet;
    private readonly SKCanvas canvas;

    public Pen(float height)
    {
        sheet = new SKBitmap((int)(SheetWidth * Scale), (int)(height * Scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        canvas = new SKCanvas(sheet);
        canvas.Clear(SKColors.White);
        canvas.Scale(Scale);
    }

    public void Words(string words, float x, float y, SKTextAlign align, float size = 17, bool bold = false, SKColor? colour = null)
    {
        using var font = Lettering.Font(size, bold);
        using var paint = new SKPaint();
        paint.IsAntialias = true;
        paint.Color = colour ?? Ink;
        canvas.DrawText(Lettering.Drawable(words), x, y, align, font, paint);
    }

    public static float Width(string words, float size, bool bold = false) => Lettering.Width(words, size, bold);

    /// <summary>The words, or as many letters as fit; all of them stand beside the picture.</summary>
    public static string Fitting(string words, float width, float size, bool bold = false)
    {
        if (Width(words, size, bold) <= width)
        {
            return words;
        }

        var letters = words.Length;
        while (letters > 1 && Width(string.Concat(words.AsSpan(0, letters).TrimEnd(), "…"), size, bold) > width)
        {
            letters--;
        }

        return string.Concat(words.AsSpan(0, letters).TrimEnd(), "…");
    }

    public void Line(SKPoint from, SKPoint to, SKColor colour, float width = 1, float[]? dashes = null)
    {
        using var paint = Stroke(colour, width, dashes);
        canvas.DrawLine(from, to, paint);
    }

    public void Shape(IReadOnlyList<SKPoint> corners, SKColor colour, float width, float[]? dashes = null, byte fill = 0)
    {
        if (corners.Count < 2)
        {
            return;
        }

        using var path = new SKPathBuilder();
        path.MoveTo(corners[0]);
        foreach (var corner in corners.Skip(1))
        {
            path.LineTo(corner);
        }

        path.Close();
        using var outline = path.Detach();
        if (fill > 0)
        {
            using var inside = new SKPaint();
            inside.IsAntialias = true;
            inside.Color = colour.WithAlpha(fill);
            canvas.DrawPath(outline, inside);
        }

        using var paint = Stroke(colour, width, dashes);
        canvas.DrawPath(outline, paint);
    }

    public void Box(SKRect box, SKColor colour)
    {
        using var paint = new SKPaint();
        paint.IsAntialias = true;
        paint.Color = colour;
        canvas.DrawRoundRect(box, 2, 2, paint);
    }

    public void Dot(SKPoint at, float radius, SKColor colour, bool hollow = false)
    {
        using var paint = new SKPaint();
        paint.IsAntialias = true;
        paint.Color = hollow ? SKColors.White : colour;
        canvas.DrawCircle(at, radius, paint);
        if (hollow)
        {
            using var edge = Stroke(colour, 2, null);
            canvas.DrawCircle(at, radius, edge);
        }
    }

    public byte[] Png()
    {
        canvas.Flush();
        using var png = sheet.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    public void Dispose()
    {
        canvas.Dispose();
        sheet.Dispose();
    }

    private static SKPaint Stroke(SKColor colour, float width, float[]? dashes) => new()
    {
        IsAntialias = true,
        Color = colour,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = width,
        StrokeJoin = SKStrokeJoin.Round,
        PathEffect = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0),
    };
}
