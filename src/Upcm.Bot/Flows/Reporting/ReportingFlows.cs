using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Reporting;

public static class ReportingFlows
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddFlow<ReportProgressFlow>()
        .AddFlow<ShowProgress>()
        .AddFlow<ShowPlan>()
        .AddFlow<ShowRisks>()
        .AddFlow<ReviewRisks>();
}
