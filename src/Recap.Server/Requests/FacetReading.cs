using System.Collections.Immutable;
using Google.Protobuf.Collections;
using Recap.Engine.Querying;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>Validates what talks are to be counted by.</summary>
internal static class FacetReading
{
    public static ImmutableArray<TalkFacet> Read(RepeatedField<V1.FacetField> fields, FieldFaults faults)
    {
        var facets = ImmutableArray.CreateBuilder<TalkFacet>();
        for (var at = 0; at < fields.Count; at++)
        {
            if (FacetOf(fields[at]) is not { } facet)
            {
                faults.Add($"facets[{at}]", $"{(int)fields[at]} is nothing that talks can be counted by.");
            }
            else if (!facets.Contains(facet))
            {
                facets.Add(facet);
            }
        }

        return facets.ToImmutable();
    }

    private static TalkFacet? FacetOf(V1.FacetField field) => field switch
    {
        V1.FacetField.Topic => TalkFacet.Topic,
        V1.FacetField.Event => TalkFacet.Event,
        V1.FacetField.Year => TalkFacet.Year,
        V1.FacetField.Speaker => TalkFacet.Speaker,
        V1.FacetField.Organization => TalkFacet.Organization,
        V1.FacetField.Technology => TalkFacet.Technology,
        V1.FacetField.Kind => TalkFacet.Kind,
        V1.FacetField.Language => TalkFacet.Language,
        V1.FacetField.Source => TalkFacet.Source,
        _ => null,
    };
}
