using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Acting;

public static class ActingFlows
{
    public static IServiceCollection AddActing(this IServiceCollection services) => services
        .AddFlow<ShowActions>()
        .AddFlow<EditActionFlow>()
        .AddFlow<TakeUpAgain>();
}
