using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Recording;

public static class RecordingFlows
{
    public static IServiceCollection AddRecording(this IServiceCollection services) => services
        .AddFlow<ProfileFlow>()
        .AddFlow<BriefFlow>()
        .AddFlow<ContractFlow>()
        .AddFlow<LearningFlow>();
}
