using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Sighting;

public static class SightingFlows
{
    public static IServiceCollection AddSighting(this IServiceCollection services) => services
        .AddFlow<ShowSightLine>()
        .AddFlow<EditPartyFlow>()
        .AddFlow<ChangeParty>()
        .AddFlow<RemoveParty>();
}
