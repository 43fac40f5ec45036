using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Learning;

public static class LearningFlows
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddSingleton<LessonView>()
        .AddFlow<ShareLessonFlow>()
        .AddFlow<ChangeLessonFlow>()
        .AddFlow<WithdrawLesson>()
        .AddFlow<WithdrawLessonButton>()
        .AddFlow<FindLessons>()
        .AddFlow<ShowProposals>()
        .AddFlow<DecideProposalFlow>();
}
