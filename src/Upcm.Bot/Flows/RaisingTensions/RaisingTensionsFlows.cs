using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.RaisingTensions;

public static class RaisingTensionsFlows
{
    public static IServiceCollection AddRaisingTensions(this IServiceCollection services) => services
        .AddSingleton<TensionNews>()
        .AddFlow<RaiseTensionFlow>()
        .AddFlow<ShowTensions>()
        .AddFlow<MyTensions>()
        .AddFlow<ChangeTensionFlow>()
        .AddFlow<WithdrawTension>()
        .AddFlow<MergeTensions>()
        .AddFlow<MoveTensionFlow>();
}
