using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Upcm.Bot.Cards.Documents;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Upcm.Bot.Documents.Word;

/// <summary>Pictures, each with what it shows for who does not see it.</summary>
internal sealed class WordPictures(MainDocumentPart main)
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const double PointInEmu = 12700;
    private const double Widest = 471;
    private const double Tallest = 250;

    private uint count;

    public DocumentFormat.OpenXml.Wordprocessing.Paragraph Of(Figure figure)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var png = new MemoryStream(figure.Png.ToArray()))
        {
            part.FeedData(png);
        }

        var scale = Math.Min(Widest / figure.Width, Tallest / figure.Height) * PointInEmu;
        var (width, height) = ((long)(figure.Width * scale), (long)(figure.Height * scale));
        var words = XmlText.Valid(figure.Alternative);
        count++;
        var picture = new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = count, Name = $"{count}.png", Description = words }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = main.GetIdOfPart(part) }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        var inline = new Inline(
            new Extent { Cx = width, Cy = height },
            new DocProperties { Id = count, Name = $"{count}", Description = words },
            new DocumentFormat.OpenXml.Drawing.Wordprocessing.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(picture) { Uri = PictureUri }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            new ParagraphProperties(new KeepNext()), new Run(new Drawing(inline)));
    }
}
