using Microsoft.Extensions.DependencyInjection.Extensions;
using Upcm.Bot.Addresses;
using Upcm.Bot.Configuration;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Privacy;

namespace Upcm.Bot.Flows.HandlingPersonalData;

internal static class HandlingPersonalDataFlows
{
    public static IServiceCollection AddHandlingPersonalData(this IServiceCollection services)
    {
        services.TryAddSingleton(static provider => PseudonymsOf(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton(static provider => ErasuresOf(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton(static provider => AuditLogOf(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton<Eraser>();
        services.TryAddSingleton<Purge>();
        services.TryAddSingleton<PersonalData>();
        return services
            .AddSingleton<Forgetting>()
            .AddSingleton<PersonalDataExport>()
            .AddSingleton<IExport>(static provider => provider.GetRequiredService<PersonalDataExport>())
            .AddFlow<ShowPrivacy>()
            .AddFlow<ShowPurges>()
            .AddFlow<ShowMyData>()
            .AddFlow<ShowDataOf>()
            .AddFlow<ForgetMeFlow>()
            .AddFlow<ForgetPersonFlow>()
            .AddFlow<HoldForArchiveFlow>()
            .AddFlow<LiftHold>();
    }

    public static Pseudonyms PseudonymsOf(IConfiguration settings) =>
        new(AddressKey.From(settings.Of(Settings.PseudonymKey), settings.Of(Settings.Data)!, Pseudonyms.FileName));

    public static AuditLog AuditLogOf(IConfiguration settings) => new(Path.Combine(settings.Of(Settings.Data)!, AuditLog.FolderName));

    public static Erasures ErasuresOf(IConfiguration settings) =>
        new(settings.Of(Settings.ErasuresFolder) ?? Path.Combine(settings.Of(Settings.Data)!, Erasures.FolderName));
}
