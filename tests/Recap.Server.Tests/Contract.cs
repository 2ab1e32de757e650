using System.Reflection;
using Google.Protobuf.Reflection;
using Recap.Protocol.V1;

namespace Recap.Server.Tests;

/// <summary>The contract as it is compiled: a call that is added to the protos is here at once.</summary>
internal static class Contract
{
    /// <summary>Every call of every service.</summary>
    public static IReadOnlyList<MethodDescriptor> Methods { get; } =
    [
        .. typeof(TalkSearchService).Assembly.GetExportedTypes()
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>().SelectMany(file => file.Services).SelectMany(service => service.Methods)
            .OrderBy(method => method.FullName, StringComparer.Ordinal),
    ];
}
