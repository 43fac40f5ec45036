using CsCheck;

using Upcm.Bot.Programme;

namespace Upcm.Bot.Tests.Programme;

public sealed class ProgrammeFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("programme").FullName;

    [Fact]
    public void A_programme_is_one_file_or_a_folder_of_files()
    {
        var half = SmallProgramme.Yaml.IndexOf("phases:", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "a.yaml"), SmallProgramme.Yaml[..half]);
        File.WriteAllText(Path.Combine(folder, "b.yaml"), SmallProgramme.Yaml[half..]);
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "not read: !");
        File.WriteAllText(Path.Combine(folder, "whole.yml"), SmallProgramme.Yaml);

        Assert.Equal("klein", ProgrammeFile.ReadFrom(folder).Programme?.Id);
        Assert.Equal("klein", ProgrammeFile.ReadFrom(Path.Combine(folder, "whole.yml")).Programme?.Id);
    }

    [Fact]
    public void A_problem_names_the_file_it_is_in_and_what_stands_in_two_files_is_told()
    {
        var half = SmallProgramme.Yaml.IndexOf("phases:", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "a.yaml"), SmallProgramme.Yaml[..half]);
        File.WriteAllText(Path.Combine(folder, "b.yaml"), "id: nog-een\n" + SmallProgramme.Yaml[half..]);

        var problem = Assert.Single(ProgrammeFile.ReadFrom(folder).Problems);

        Assert.Equal("b.yaml", problem.File);
        Assert.Contains("the first is on line 1 of a.yaml", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_told_and_does_not_throw()
    {
        Assert.Contains("no *.yaml file", Assert.Single(ProgrammeFile.ReadFrom(folder).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Single(ProgrammeFile.ReadFrom(Path.Combine(folder, "no.yaml")).Problems).Message, StringComparison.Ordinal);
        Assert.Single(ProgrammeFile.ReadFrom(string.Empty).Problems);
    }

    [Fact]
    public void No_slip_of_the_pen_makes_reading_throw_or_pass_half_a_programme() =>
        Gen.Select(Gen.Int[0, SmallProgramme.Yaml.Length - 20], Gen.Int[0, 19], Gen.String["{}[]:,&*#?|->!%@\\\"' \t\n\0é1a."])
            .Sample((at, gone, slip) =>
            {
                var reading = ProgrammeFile.Read(SmallProgramme.Yaml.Remove(at, gone).Insert(at, slip), "slip.yaml");
                Assert.Equal(reading.Programme is null, reading.Problems.Count > 0);
                Assert.All(reading.Problems, problem => Assert.True(problem is { Line: >= 1, Column: >= 1, Message.Length: > 0 }));
            }, iter: 3000);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
