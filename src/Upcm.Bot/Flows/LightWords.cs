using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary>The lights of a project, always with their word.</summary>
public static class LightWords
{
    public static Phrase Name(LightColour colour) => colour switch
    {
        LightColour.Green => new("Groen", "Green"),
        LightColour.Amber => new("Oranje", "Amber"),
        LightColour.Red => new("Rood", "Red"),
        _ => new("Niet bekend", "Not known"),
    };

    public static Cards.Light OnCard(LightColour colour) => colour switch
    {
        LightColour.Green => Cards.Light.Green,
        LightColour.Amber => Cards.Light.Amber,
        LightColour.Red => Cards.Light.Red,
        _ => Cards.Light.None,
    };
}
