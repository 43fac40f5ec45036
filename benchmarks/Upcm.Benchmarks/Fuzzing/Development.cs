using Microsoft.Extensions.FileProviders;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>A developer's machine, for what asks where it runs.</summary>
internal sealed class Development : IHostEnvironment
{
    public string EnvironmentName { get; set; } = Environments.Development;

    public string ApplicationName { get; set; } = "fuzz";

    public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
