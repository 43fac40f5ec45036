using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Notifying;

public static class NotifyingFlows
{
    public static IServiceCollection AddNotifying(this IServiceCollection services) => services
        .AddSingleton<ChannelNotices>()
        .AddFlow<ShowNotices>()
        .AddFlow<SwitchNotice>()
        .AddFlow<SwitchOff>()
        .AddFlow<SwitchOn>()
        .AddFlow<SetQuietHours>()
        .AddFlow<PauseNotices>()
        .AddFlow<PreviewNotice>();
}
