using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Sending;

public static class SendingFlows
{
    public static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddFlow<ShowStuck>()
        .AddFlow<SendAgain>();
}
