namespace Upcm.Bot.EndToEnd;

/// <summary>Someone who talks to the bot: the ids are what Teams would send.</summary>
internal sealed record Person(string Key, string GivenName, string Surname)
{
    public string Name => $"{GivenName} {Surname}";

    public string Id => $"29:{Key}";

    /// <summary>The person's id in Entra ID: the same in every chat and, in real Teams, for every bot.</summary>
    public string AadObjectId => $"10000000-0000-4000-8000-{Cast.NumberOf(this):x12}";

    public string Email => $"{Key}@upcm.example";

    public string PersonalChatId => $"a:personal-{Key}";
}

/// <summary>The six people, the team and the channels that every playground knows.</summary>
internal static class Cast
{
    public const string TenantId = "20000000-0000-4000-8000-000000000001";
    public const string BotId = "28:30000000-0000-4000-8000-000000000001";
    public const string BotName = "UPCM bot";
    public const string GroupChatId = "19:group@thread.v2";
    public const string GroupChatName = "Groepschat";
    /// <summary>Also the id of the channel General, as in Teams.</summary>
    public const string TeamId = "19:general@thread.tacv2";
    public const string TeamName = "UPCM";
    public const string TeamGroupId = "40000000-0000-4000-8000-000000000001";
    public const string ChannelId = "19:kbo@thread.tacv2";
    public const string ChannelName = "KBO Realisatie";

    public static readonly Person Sanne = new("sanne", "Sanne", "de Vries");
    public static readonly Person Jan = new("jan", "Jan", "Bakker");
    public static readonly Person Fatima = new("fatima", "Fatima", "El Amrani");
    public static readonly Person Piet = new("piet", "Piet", "Jansen");
    public static readonly Person Lotte = new("lotte", "Lotte", "Visser");
    public static readonly Person Bram = new("bram", "Bram", "Smit");

    /// <summary>Six, because the playground wants exactly five people beside the one who sits behind it.</summary>
    public static IReadOnlyList<Person> Everyone { get; } = [Sanne, Jan, Fatima, Piet, Lotte, Bram];

    public static int NumberOf(Person person) =>
        Everyone.Index().First(one => one.Item.Key == person.Key).Index + 1;
}
