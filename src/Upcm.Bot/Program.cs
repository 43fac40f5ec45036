using System.CommandLine;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Verbs;

var common = new Common();
var root = new RootCommand("UPCM bot: the working method of the circular manufacturing programme, in Teams")
{
    common.Data,
    common.Programme,
    common.Language,
    common.Set,
    ServeVerb.Create(common),
    TalkVerb.Create(common),
    ImportVerb.Create(common),
    ScheduleVerb.Create(common),
    BackupVerb.Create(common),
    RestoreVerb.Create(common),
    DoctorVerb.Create(common),
    CheckVerb.Create(common),
    HealthVerb.Create(common),
    PackageVerb.Create(common),
};
try
{
    return await root.Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(10), // as long as a stop may take; by itself it cuts off after two
    });
}
catch (Exception refused) when (refused is StoreInUseException or StoreTooNewException or StoreDamagedException or BackupRefusedException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return Common.Refused;
}
