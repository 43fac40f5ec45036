using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Registering;

public static class RegisteringFlows
{
    public static IServiceCollection AddRegistering(this IServiceCollection services) => services
        .AddFlow<RegisterInitiativeFlow>()
        .AddFlow<EditInitiativeFlow>();
}
