using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Notifying.Examples;

namespace Upcm.Bot.Flows.Notifying;

public static class NotifyingFlows
{
    public static IServiceCollection AddNotifying(this IServiceCollection services) => services
        .AddSingleton<ChannelNotices>()
        .AddSingleton<INoticeExamples, ProjectExamples>()
        .AddSingleton<INoticeExamples, GateExamples>()
        .AddSingleton<INoticeExamples, MeetingExamples>()
        .AddSingleton<INoticeExamples, KeepingExamples>()
        .AddFlow<ShowNotices>()
        .AddFlow<SwitchNotice>()
        .AddFlow<SwitchOff>()
        .AddFlow<SwitchOn>()
        .AddFlow<SetQuietHours>()
        .AddFlow<PauseNotices>()
        .AddFlow<PreviewNotice>();
}
