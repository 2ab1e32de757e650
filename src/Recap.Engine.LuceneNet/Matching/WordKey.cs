using System.Globalization;
using System.Runtime.InteropServices;
using Recap.Engine.LuceneNet.Planning;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>A word with its forms, in one segment of a generation.</summary>
/// <param name="Segment">Place of the segment among those of the generation.</param>
/// <param name="Gain">What a form worth 1 brings.</param>
/// <param name="IsGrammar">Whether it is looked for in titles only.</param>
/// <param name="Forms">The forms, told apart by all that scores depend on.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordKey(int Segment, float Gain, bool IsGrammar, string Forms)
{
    public static WordKey Of(int segment, PlannedWord word) => new(
        segment,
        word.Gain,
        word.IsGrammar,
        string.Join('\v', word.Forms.Select(form => string.Create(
            CultureInfo.InvariantCulture, $"{(int)form.Form} {(int)form.Kind} {form.Window} {form.Worth} {string.Join('\n', form.Terms.AsSpan())}"))));
}
