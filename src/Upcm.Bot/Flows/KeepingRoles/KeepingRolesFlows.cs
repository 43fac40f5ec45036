using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.KeepingRoles;

public static class KeepingRolesFlows
{
    public static IServiceCollection AddKeepingRoles(this IServiceCollection services) => services
        .AddFlow<ShowRole>()
        .AddFlow<WhoDoes>()
        .AddFlow<ShowTeamRoles>()
        .AddFlow<ShowRolesOf>();
}
