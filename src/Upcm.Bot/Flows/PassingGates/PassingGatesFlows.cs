using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.PassingGates;

public static class PassingGatesFlows
{
    public static IServiceCollection AddPassingGates(this IServiceCollection services) => services
        .AddFlow<ShowGate>()
        .AddFlow<FillGateFlow>()
        .AddFlow<RequestGate>()
        .AddFlow<AdviseFlow>()
        .AddFlow<DecideFlow>()
        .AddFlow<ResumeInitiative>()
        .AddFlow<FinishAction>()
        .AddFlow<GatePlate>();
}
