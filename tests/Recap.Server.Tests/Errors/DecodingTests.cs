using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Recap.Server.Tests.Indexing;

namespace Recap.Server.Tests.Errors;

/// <summary>Bytes that are no message of the call.</summary>
public sealed class DecodingTests
{
    // A field that promises five bytes and has one.
    private static readonly byte[] CutOff = [0x0A, 0x05, 0x41];

    // A query of two bytes that no UTF-8 has.
    private static readonly byte[] BadText = [0x0A, 0x02, 0xFF, 0xFE];

    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    public static TheoryData<string, string> UnaryCalls =>
        [.. Contract.Methods.Where(method => !method.IsClientStreaming && !method.IsServerStreaming).Select(method => (method.Service.FullName, method.Name))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(UnaryCalls))]
    public async Task Are_the_callers_fault_and_told_as_such(string service, string name)
    {
        await using var server = await PushServer.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(() => CallAsync(server.Channel, service, name, CutOff, PushServer.With(server.Key())));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("REQUEST_INVALID");
        error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.ShouldHaveSingleItem().Field.ShouldBe("message");
        server.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Include_text_that_is_no_utf_8()
    {
        await using var server = await PushServer.StartAsync();

        var error = await Should.ThrowAsync<RpcException>(() => CallAsync(server.Channel, "recap.v1.TalkSearchService", "SearchTalks", BadText, []));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task In_a_push_are_told_too()
    {
        await using var server = await PushServer.StartAsync();
        var method = new Method<byte[], byte[]>(MethodType.DuplexStreaming, "recap.v1.TalkIndexService", "Reindex", Bytes, Bytes);
        using var call = server.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, new CallOptions(PushServer.With(server.Key()), cancellationToken: Cancel));
        await call.RequestStream.WriteAsync(CutOff, Cancel);

        var error = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    private static async Task CallAsync(GrpcChannel channel, string service, string name, byte[] request, Metadata headers)
    {
        var method = new Method<byte[], byte[]>(MethodType.Unary, service, name, Bytes, Bytes);
        using var call = channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(headers, cancellationToken: Cancel), request);
        await call.ResponseAsync;
    }
}
