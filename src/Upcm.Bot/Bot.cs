using Microsoft.Extensions.DependencyInjection.Extensions;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows;
using Upcm.Bot.Flows.Acting;
using Upcm.Bot.Flows.Appointing;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.ChangingCourse;
using Upcm.Bot.Flows.CirculatingProposals;
using Upcm.Bot.Flows.ContextScanning;
using Upcm.Bot.Flows.Evaluating;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Flows.Fingerprinting;
using Upcm.Bot.Flows.HandlingPersonalData;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.Flows.JudgingImpact;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Bot.Flows.KeepingStakeholders;
using Upcm.Bot.Flows.Learning;
using Upcm.Bot.Flows.LookingUp;
using Upcm.Bot.Flows.Notifying;
using Upcm.Bot.Flows.Overseeing;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Flows.RaisingTensions;
using Upcm.Bot.Flows.Recording;
using Upcm.Bot.Flows.Registering;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.Flows.Scheduling;
using Upcm.Bot.Flows.Sending;
using Upcm.Bot.Flows.Sighting;
using Upcm.Bot.Flows.Telling;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;
using Upcm.Bot.Privacy;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Bot;

/// <summary>What the bot is made of, whichever verb runs it.</summary>
public static class Bot
{
    /// <summary>The engine with everything it can do, on the embedded store in <paramref name="data"/>.</summary>
    /// <param name="method">Asked once, at first use: the programme may still be read while the rest is put together.</param>
    public static IServiceCollection AddBot(this IServiceCollection services, Func<WorkingMethod> method, string data) => services
        .AddSingleton(_ => method())
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Bell>()
        .AddSingleton(provider => Around(
            new RingingStore(provider.GetRequiredService<LiteDbStore>(), provider.GetRequiredService<Bell>()),
            provider.GetRequiredService<WorkingMethod>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<Pseudonyms>()))
        .AddSingleton(provider => LiteDbStore.Open(data, provider.GetRequiredService<ILogger<LiteDbStore>>()))
        .AddConversation();

    /// <summary>What everybody who writes goes through: deeds are audited, and a workspace that begins is one of this release.</summary>
    public static IStore Around(IStore store, WorkingMethod method, AuditLog audit, Pseudonyms pseudonyms) =>
        new AuditedStore(Marked(store, method), audit, pseudonyms);

    public static MarkedStore Marked(IStore store, WorkingMethod method) =>
        new(store, [new Tally(Recount.Stamp, Tallies.Stamp(method)), new Tally(Eraser.Stamp, Eraser.Layout)]);

    /// <summary>Puts right what another release or a restore left in the store; a look at a few documents where all is well.</summary>
    public static async Task PutRight(IServiceProvider services, CancellationToken cancel)
    {
        await Recount.WhereNeeded(services.GetRequiredService<IStore>(), services.GetRequiredService<WorkingMethod>(), cancel);
        await services.GetRequiredService<Eraser>().WhereNeeded(cancel);
    }

    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.AddSingleton<IConversation, ConversationEngine>();
        services.AddSingleton<Router>().AddSingleton<Welcome>().AddSingleton<ChannelNews>().AddSingleton<FormConversation>().AddSingleton<BegunForms>();
        services.AddSingleton(provider => new Lazy<IEnumerable<IFlow>>(() => provider.GetServices<ICommand>().OfType<IFlow>()));
        services.AddSingleton(provider => new Lazy<IEnumerable<ICommand>>(() => provider.GetServices<ICommand>()));

        services.AddSingleton<Standings>();
        services.TryAddSingleton(new Illustrations());
        return services
            .AddRegistering()
            .AddAsking()
            .AddLookingUp()
            .AddJudgingImpact()
            .AddFingerprinting()
            .AddContextScanning()
            .AddKeepingStakeholders()
            .AddPassingGates()
            .AddChangingCourse()
            .AddActing()
            .AddRecording()
            .AddReporting()
            .AddEvaluating()
            .AddLearning()
            .AddAppointing()
            .AddKeepingRoles()
            .AddRaisingTensions()
            .AddHoldingMeetings()
            .AddCirculatingProposals()
            .AddTelling()
            .AddSending()
            .AddScheduling()
            .AddExporting()
            .AddOverseeing()
            .AddSighting()
            .AddNotifying()
            .AddHandlingPersonalData()
            .AddFlow<BindChannel>()
            .AddFlow<UnbindChannel>()
            .AddFlow<ChangeLanguage>()
            .AddFlow<Help>();
    }

    /// <summary>The programme file, or null after every problem in it was written to <paramref name="problems"/>.</summary>
    public static WorkingMethod? ReadProgramme(string? file, TextWriter problems)
    {
        var reading = file is null ? ProgrammeFile.ReadFrom(ProgrammeFile.Shipped) : ProgrammeFile.ReadFrom(file);
        foreach (var problem in reading.Problems)
        {
            problems.WriteLine(problem);
        }

        return reading.Programme;
    }
}
