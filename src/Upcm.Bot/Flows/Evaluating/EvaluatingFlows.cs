using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Evaluating;

public static class EvaluatingFlows
{
    public static IServiceCollection AddEvaluating(this IServiceCollection services) => services
        .AddFlow<EvaluateFlow>()
        .AddFlow<ShowEvaluation>();
}
