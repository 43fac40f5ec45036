using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.JudgingImpact;

public static class JudgingImpactFlows
{
    public static IServiceCollection AddJudgingImpact(this IServiceCollection services) => services
        .AddSingleton<ImpactSheetCard>()
        .AddFlow<ImpactSheetFlow>()
        .AddFlow<ShowImpactSheet>()
        .AddFlow<CompareImpactSheets>();
}
