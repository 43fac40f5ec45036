using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.ChangingCourse;

public static class ChangingCourseFlows
{
    public static IServiceCollection AddChangingCourse(this IServiceCollection services) => services
        .AddFlow<HoldFlow>()
        .AddFlow<StopFlow>()
        .AddFlow<StepBackFlow>()
        .AddFlow<ResumeInitiative>();
}
