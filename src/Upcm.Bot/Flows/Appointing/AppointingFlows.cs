using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Appointing;

public static class AppointingFlows
{
    public static IServiceCollection AddAppointing(this IServiceCollection services) => services
        .AddFlow<AppointFlow>()
        .AddFlow<ShowOffices>()
        .AddFlow<EndOffice>();
}
