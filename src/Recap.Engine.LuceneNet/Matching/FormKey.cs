using System.Runtime.InteropServices;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>A form of a word where it is looked for, in one segment of a generation.</summary>
/// <param name="Segment">Place of the segment among those of the generation.</param>
/// <param name="Form">Which analysis the terms are of.</param>
/// <param name="Window">Places that several terms may be apart; 0 where they stand in a row.</param>
/// <param name="Fields">One of the lists of <see cref="Schema.FieldNames"/>.</param>
/// <param name="Terms">The terms, one a line.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FormKey(int Segment, TermForm Form, int Window, TalkField[] Fields, string Terms);
