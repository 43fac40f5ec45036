using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.CirculatingProposals;

public static class CirculatingProposalsFlows
{
    public static IServiceCollection AddCirculatingProposals(this IServiceCollection services) => services
        .AddSingleton<CirculationNews>()
        .AddSingleton<Circulations>()
        .AddSingleton<Deadlines>()
        .AddFlow<CirculateFlow>()
        .AddFlow<WithdrawProposal>()
        .AddFlow<HaveNoObjection>()
        .AddFlow<ObjectToProposal>();
}
