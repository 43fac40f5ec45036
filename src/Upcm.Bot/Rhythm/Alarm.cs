using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;

namespace Upcm.Bot.Rhythm;

/// <summary>Quartz is the alarm clock and no more: it rings every minute, and what is due is worked out from the timetable and the ledger.</summary>
[DisallowConcurrentExecution]
public sealed class Alarm(RhythmRunner runner, DossierClock dossiers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await runner.Ring(cancellationToken);
        await dossiers.Ring(cancellationToken);
    }
}

/// <summary>
/// Winds the alarm clock when the first people are already served: setting up Quartz takes a tenth of a second, and nothing that is
/// due minds when in its minute it is noticed.
/// </summary>
internal sealed class AlarmClock(ISchedulerFactory clocks, IHostApplicationLifetime host) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await Served(stoppingToken))
        {
            var clock = await clocks.GetScheduler(stoppingToken);
            await clock.Start(stoppingToken);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var clock in await clocks.GetAllSchedulers(cancellationToken))
        {
            await clock.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    /// <returns>False where it stops before it began.</returns>
    private async Task<bool> Served(CancellationToken cancel)
    {
        var served = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = host.ApplicationStarted.Register(() => served.TrySetResult(true));
        await using var __ = cancel.Register(() => served.TrySetResult(false));
        return await served.Task;
    }
}

public static class RhythmServices
{
    /// <summary>The timetable by the settings; whoever serves asks for <see cref="RhythmOptions.Problems"/> first.</summary>
    public static IServiceCollection AddTimetable(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => RhythmOptions.From(provider.GetRequiredService<IConfiguration>()).Timetable(Clock.Amsterdam));
        services.TryAddSingleton<MeetingCalendar>();
        services.TryAddSingleton<Reminders>();
        return services;
    }

    /// <summary>What runs the occasions, without an alarm clock.</summary>
    public static IServiceCollection AddRhythm(this IServiceCollection services) =>
        services.AddTimetable().AddSingleton<IFreshens>(static provider => provider.GetRequiredService<Reminders>()).AddSingleton<OccasionPosts>().AddSingleton<ReportClock>().AddSingleton<DossierClock>().AddSingleton<RhythmRunner>();

    /// <summary>The alarm clock, on the same clock as everything else.</summary>
    public static IServiceCollection AddAlarm(this IServiceCollection services, TimeProvider time)
    {
        services.AddQuartz(quartz => quartz
            .UseTimeProvider(time)
            .ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always) // what was begun is finished at the next start
            .ScheduleJob<Alarm>(trigger => trigger.StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever())));
        return services.AddHostedService<AlarmClock>();
    }
}
