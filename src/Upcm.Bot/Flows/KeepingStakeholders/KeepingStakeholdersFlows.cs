using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.KeepingStakeholders;

public static class KeepingStakeholdersFlows
{
    public static IServiceCollection AddKeepingStakeholders(this IServiceCollection services) => services
        .AddSingleton<StakeholderView>()
        .AddFlow<ShowStakeholders>()
        .AddFlow<ShowStakeholder>()
        .AddFlow<AddStakeholderFlow>()
        .AddFlow<ChangeStakeholderFlow>()
        .AddFlow<RemoveStakeholder>()
        .AddFlow<RemoveStakeholderButton>()
        .AddFlow<ImportStakeholdersFlow>()
        .AddFlow<RecalibrateStakeholders>();
}
