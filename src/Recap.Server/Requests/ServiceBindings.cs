using Google.Protobuf.Reflection;
using Grpc.Core;
using Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>Binds the search service by <see cref="DecodingBinder"/>. Both members are called by name: by gRPC, and by its JSON.</summary>
internal static class SearchBinding
{
    public static ServiceDescriptor Descriptor => TalkSearchService.Descriptor;

    public static void BindService(ServiceBinderBase binder, TalkSearchService.TalkSearchServiceBase? service) =>
        TalkSearchService.BindService(new DecodingBinder(binder), service);
}

/// <summary>Binds the index service by <see cref="DecodingBinder"/>. Both members are called by name, as those of <see cref="SearchBinding"/>.</summary>
internal static class IndexBinding
{
    public static ServiceDescriptor Descriptor => TalkIndexService.Descriptor;

    public static void BindService(ServiceBinderBase binder, TalkIndexService.TalkIndexServiceBase? service) =>
        TalkIndexService.BindService(new DecodingBinder(binder), service);
}
