using System.Collections.Immutable;
using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>What the programme calls what the code has mechanisms for.</summary>
internal static class ReadNames
{
    private static readonly Words None = new(string.Empty, string.Empty);

    public static ProgrammeNames Names(Section root)
    {
        var section = root.Inner("names");
        var names = new ProgrammeNames
        {
            SteeringMeeting = Name(section, "steering-meeting"),
            KeyPlayer = Name(section, "key-player"),
            ChangeMaker = Name(section, "change-maker"),
            TargetGroup = Name(section, "target-group"),
            ProductCode = Name(section, "product-code"),
            Region = Name(section, "region"),
            Offices = Offices.All.ToImmutableDictionary(static office => office, office => Name(section, office)),
        };
        section?.Done();
        return names;
    }

    public static Claims Claims(Section root)
    {
        if (root.Inner("claims") is not { } section)
        {
            return new Claims(None, None, None, None);
        }

        var claims = new Claims(section.Words("effect"), section.Words("unit"), section.Words("amount"), section.Words("value-against"));
        section.Done();
        return claims;
    }

    private static ProgrammeName Name(Section? names, string key)
    {
        if (names?.Inner(key) is not { } section)
        {
            return new ProgrammeName(None, None, None);
        }

        var name = new ProgrammeName(section.Words("one"), section.Words("the"), section.Words("many"));
        section.Done();
        return name;
    }
}
