using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Learning;

public static class LearningFlows
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddFlow<ShareLessonFlow>()
        .AddFlow<FindLessons>()
        .AddFlow<ShowProposals>()
        .AddFlow<DecideProposalFlow>();
}
