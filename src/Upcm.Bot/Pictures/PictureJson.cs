using System.Text.Json.Serialization;

namespace Upcm.Bot.Pictures;

/// <summary>Pictures in addresses. Addresses outlive deployments: members get added, never renamed or removed.</summary>
[JsonSerializable(typeof(RadarPicture))]
[JsonSerializable(typeof(BarsPicture))]
[JsonSerializable(typeof(MapPicture))]
[JsonSerializable(typeof(ProfilePicture))]
[JsonSerializable(typeof(TimelinePicture))]
[JsonSerializable(typeof(HeatPicture))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
internal sealed partial class PictureJson : JsonSerializerContext;
