using System.Text.Json;
using Recap.Protocol.V1;

namespace Recap.Server.Tests.Answers;

/// <summary>The service config that clients are told to use speaks of services that there are.</summary>
public sealed class ServiceConfigTests
{
    private const string FileName = "talk_search_service.grpc_service_config.json";

    [Fact]
    public void Every_service_it_names_is_there_and_is_retried_when_unavailable_only()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "protos", "recap", "v1", FileName)));

        var method = config.RootElement.GetProperty("methodConfig").EnumerateArray().ShouldHaveSingleItem();
        method.GetProperty("name")[0].GetProperty("service").GetString().ShouldBe(TalkSearchService.Descriptor.FullName);
        method.GetProperty("retryPolicy").GetProperty("retryableStatusCodes").EnumerateArray().Select(code => code.GetString()).ShouldBe(["UNAVAILABLE"]);
    }

    private static string Root(string from) =>
        File.Exists(Path.Combine(from, "Search.sln")) ? from : Root(Path.GetDirectoryName(from)!);
}
