using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.PassingGates;

public static class PassingGatesFlows
{
    public static IServiceCollection AddPassingGates(this IServiceCollection services) => services
        .AddSingleton<GateNews>()
        .AddSingleton<CarryOut>()
        .AddSingleton<CarryOutAgain>()
        .AddFlow<ShowGate>()
        .AddFlow<ShowDossier>()
        .AddFlow<ShowEvidence>()
        .AddFlow<FillGateFlow>()
        .AddFlow<RequestGate>()
        .AddFlow<PlanMeeting>()
        .AddFlow<WithdrawGate>()
        .AddFlow<AdviseFlow>()
        .AddFlow<DecideFlow>()
        .AddFlow<CorrectDecision>()
        .AddFlow<FinishAction>()
        .AddFlow<GatePlate>();
}
