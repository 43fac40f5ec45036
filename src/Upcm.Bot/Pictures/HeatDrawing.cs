using System.Globalization;
using SkiaSharp;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>Five by five cells; every cell says its weight, so that colour is never all there is.</summary>
internal sealed class HeatDrawing(HeatPicture picture)
{
    private const float Left = 44;
    private const float Top = 34;
    private const float Cell = 84;
    private const float Tall = 62;
    private const float Gap = 3;

    private static readonly Phrase ChanceWord = new("Kans (1 heel klein, 5 heel groot)", "Chance (1 very small, 5 very large)");
    private static readonly Phrase EffectWord = new("Gevolg (1 heel klein, 5 heel groot)", "Effect (1 very small, 5 very large)");

    private static readonly SKColor Low = new(0xD5, 0xEC, 0xE3);
    private static readonly SKColor Middle = new(0xFB, 0xE3, 0xA8);
    private static readonly SKColor High = new(0xF3, 0xB5, 0xA7);

    public byte[] Png()
    {
        var culture = Cultures.Of(picture.Language);
        using var pen = new Pen(HeatPicture.Height / 2f);
        pen.Words(ChanceWord.In(culture), 12, 22, SKTextAlign.Left, 16, bold: true);
        for (var chance = 1; chance <= HeatPicture.Most; chance++)
        {
            pen.Words(chance.ToString(culture), 24, Y(chance) + (Tall / 2) + 5, SKTextAlign.Center, 16);
            for (var effect = 1; effect <= HeatPicture.Most; effect++)
            {
                Draw(pen, chance, effect);
            }
        }

        var under = Top + (HeatPicture.Most * Tall);
        for (var effect = 1; effect <= HeatPicture.Most; effect++)
        {
            pen.Words(effect.ToString(culture), X(effect) + ((Cell - Gap) / 2), under + 18, SKTextAlign.Center, 16);
        }

        pen.Words(EffectWord.In(culture), Left + (HeatPicture.Most * Cell) - Gap, under + 42, SKTextAlign.Right, 16, bold: true);
        return pen.Png();
    }

    private void Draw(Pen pen, int chance, int effect)
    {
        var weight = chance * effect;
        var colour = weight >= picture.RedFrom ? High : weight >= picture.AmberFrom ? Middle : Low;
        pen.Box(new SKRect(X(effect), Y(chance), X(effect) + Cell - Gap, Y(chance) + Tall - Gap), colour);
        pen.Words(weight.ToString(CultureInfo.InvariantCulture), X(effect) + Cell - Gap - 6, Y(chance) + Tall - Gap - 6, SKTextAlign.Right, 12, colour: Pen.Quiet);
        var here = string.Join(", ", picture.Risks.Where(risk => risk.Chance == chance && risk.Effect == effect).Select(risk => risk.Id.ToString(CultureInfo.InvariantCulture)));
        if (here.Length > 0)
        {
            pen.Words(Pen.Fitting(here, Cell - 12, 22, bold: true), X(effect) + ((Cell - Gap) / 2), Y(chance) + (Tall / 2) + 5, SKTextAlign.Center, 22, bold: true);
        }
    }

    private static float X(int effect) => Left + ((effect - 1) * Cell);

    private static float Y(int chance) => Top + ((HeatPicture.Most - chance) * Tall);
}
