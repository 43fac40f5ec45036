using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Overseeing;

public static class OverseeingFlows
{
    public static IServiceCollection AddOverseeing(this IServiceCollection services) => services
        .AddFlow<ShowDashboard>()
        .AddFlow<ShowOrigin>()
        .AddFlow<FillDashboardFlow>()
        .AddFlow<WithdrawValue>()
        .AddFlow<KeepDashboard>()
        .AddFlow<CompareDashboard>()
        .AddFlow<ShowByProductGroup>()
        .AddFlow<ShowByEffectGoal>()
        .AddFlow<ShowChangeStrategy>();
}
