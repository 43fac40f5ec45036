using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Asking;

public static class AskingFlows
{
    public static IServiceCollection AddAsking(this IServiceCollection services) => services
        .AddFlow<MyOverview>()
        .AddFlow<GoOn>()
        .AddFlow<ShowInitiative>()
        .AddFlow<ShowPortfolio>()
        .AddFlow<SearchInitiatives>()
        .AddFlow<ShowHistory>()
        .AddFlow<ExplainTerm>();
}
