using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.LookingUp;

public static class LookingUpFlows
{
    public static IServiceCollection AddLookingUp(this IServiceCollection services) => services
        .AddFlow<ExplainCriterion>()
        .AddFlow<ShowFigures>();
}
