namespace Upcm.Bot.Documents.Pdf;

/// <summary>A sheet of A4 and where on it things stand, in points from the top left.</summary>
internal static class PdfSheet
{
    public const double Width = 595;
    public const double Height = 842;
    public const double Left = 62;
    public const double Right = Width - 62;
    public const double Room = Right - Left;
    public const double Top = 74;
    public const double Bottom = Height - 74;
    public const double HeaderLine = 44;
    public const double FooterLine = Height - 40;
}
