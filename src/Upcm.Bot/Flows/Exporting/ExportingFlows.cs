using Microsoft.Extensions.DependencyInjection.Extensions;
using Upcm.Bot.Configuration;
using Upcm.Bot.Conversation;
using Upcm.Bot.Files;

namespace Upcm.Bot.Flows.Exporting;

internal static class ExportingFlows
{
    public static IServiceCollection AddExporting(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new KeptFiles(
            Path.Combine(provider.GetRequiredService<IConfiguration>().Of(Settings.Data)!, "files"), provider.GetRequiredService<TimeProvider>()));
        return services
            .AddSingleton<ExportDesk>()
            .AddSingleton<ExportCards>()
            .AddSingleton<IExport, ImpactSheetExport>()
            .AddSingleton<IExport, ProgressExport>()
            .AddSingleton<IExport, GateDossierExport>()
            .AddSingleton<IExport, EvaluationExport>()
            .AddSingleton<IExport, StakeholdersExport>()
            .AddSingleton<IExport, PortfolioExport>()
            .AddSingleton<IExport, DashboardExport>()
            .AddSingleton<IExport, MinutesExport>()
            .AddSingleton<IExport, AgendaExport>()
            .AddFlow<Export>()
            .AddFlow<CancelExport>();
    }
}
