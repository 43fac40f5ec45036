using System.Xml;
using Upcm.Bot.Cards.Rendering;

namespace Upcm.Bot.Documents;

internal static class XmlText
{
    /// <summary>The text without what XML cannot hold.</summary>
    public static string Valid(string text)
    {
        text = Readable.Of(text);
        return text.All(Holds) ? text : string.Concat(text.Where(Holds));
    }

    /// <summary>Surrogates come in pairs: what stood alone is gone by now.</summary>
    private static bool Holds(char letter) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter);
}
