using Upcm.Domain;

namespace Upcm.Bot.People;

/// <summary>The bot itself: who does what nobody did.</summary>
public static class Itself
{
    public static Person Person { get; } = new() { Id = new PersonId("upcm-bot"), Name = "UPCM bot", ChannelId = "upcm-bot", Channel = "clock" };

    public static Somebody Somebody { get; } = new(Person.Id, Person.Name);
}
