namespace Upcm.Bot.EndToEnd;

/// <summary>Writes the configuration of one playground: who sits behind it, and the world that all of them share.</summary>
internal static class PlaygroundConfig
{
    public static string For(Person me) => $"""
        version: "0.1.1"
        tenantId: {Cast.TenantId}
        bot:
          id: "{Cast.BotId}"
          name: {Cast.BotName}
        currentUser:
          {Fields(me, "  ")}
        users:
        {string.Join("\n", Cast.Everyone.Where(one => one != me).Select(one => "  - " + Fields(one, "    ")))}
        personalChat:
          id: "{me.PersonalChatId}"
        groupChat:
          id: "{Cast.GroupChatId}"
          name: {Cast.GroupChatName}
        team:
          id: "{Cast.TeamId}"
          name: {Cast.TeamName}
          aadGroupId: {Cast.TeamGroupId}
          channels:
            - id: "{Cast.ChannelId}"
              name: {Cast.ChannelName}
        """;

    // "Principle" is how the playground spells it.
    private static string Fields(Person person, string indent) => string.Join(
        "\n" + indent,
        $"id: \"{person.Id}\"",
        $"name: {person.Name}",
        $"userPrincipleName: {person.Email}",
        $"aadObjectId: {person.AadObjectId}",
        $"givenName: {person.GivenName}",
        $"surname: {person.Surname}",
        $"email: {person.Email}");
}
