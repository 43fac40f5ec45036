using System.CommandLine;
using Upcm.Bot.Verbs;

var data = new Option<string>("--data") { Description = "The folder of the embedded store", DefaultValueFactory = _ => "data" };
var programme = new Option<string?>("--programme") { Description = "The programme file or folder; the shipped UPCM programme where none is given" };

var root = new RootCommand("UPCM bot: the working method of the circular manufacturing programme, in Teams")
{
    ServeVerb.Create(data, programme),
    TalkVerb.Create(data, programme),
    ScheduleVerb.Create(),
};
return await root.Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync();
