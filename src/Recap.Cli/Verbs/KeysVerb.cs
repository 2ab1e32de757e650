using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Server.Security;

namespace Recap.Cli.Verbs;

/// <summary><c>recap keys</c>: who may index from afar, or search a closed server.</summary>
internal static class KeysVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var verb = new Verb("keys", "Makes, lists and revokes the keys of an index. A running server follows at once.")
        {
            Examples =
            [
                ("recap keys create 'CI of my blog' --scope index --source mon-blog", "A key that may push one source. It is shown this once."),
                ("recap keys list", "What keys there are; never the keys themselves."),
                ("recap keys revoke 3f2a9c01d4e5", "Refuse a key from now on."),
            ],
        };
        verb.Add(CreateKey(surroundings));
        verb.Add(List(surroundings));
        verb.Add(Revoke(surroundings));
        return verb;
    }

    private static Verb CreateKey(Surroundings surroundings)
    {
        var label = new Argument<string>("LABEL") { Description = "What the key is for" };
        var index = IndexOption.Create();
        var scopes = EnumOption.Create<KeyScope>("--scope", "index to push, delete and see diagnostics (default), read to search a closed server");
        var sources = new Option<string[]>("--source") { Description = "Source the key is for, may be repeated; default: every source", HelpName = "NAME" };
        var verb = new Verb("create", "Makes a key and shows it, this once.")
        {
            Examples = [("recap keys create 'intranet' --scope read", "A key that may search, where the server is closed.")],
        };
        verb.Add(label);
        foreach (var option in (Option[])[index, scopes, sources])
        {
            verb.Add(option);
        }

        verb.SetAction(parsed =>
        {
            var (key, token) = KeyPlace.Of(surroundings, parsed.GetValue(index))
                .Create(parsed.GetRequiredValue(label), [parsed.GetValue(scopes)], [.. parsed.GetValue(sources) ?? []]);
            surroundings.Out.WriteLine(token);
            surroundings.Say($"key {key.Id} made. Keep what is on the line above: it is not stored and cannot be shown again.");
            return ExitCode.Fine;
        });
        return verb;
    }

    private static Verb List(Surroundings surroundings)
    {
        var index = IndexOption.Create();
        var output = Formats.Option();
        var verb = new Verb("list", "Lists the keys, oldest first.")
        {
            Examples = [("recap keys list -o jsonl", "One key a line, for a program.")],
        };
        verb.Add(index);
        verb.Add(output);
        verb.SetAction(parsed =>
        {
            var rows = KeyPlace.Of(surroundings, parsed.GetValue(index)).List()
                .Select(key => new { key.Id, key.Label, key.Scopes, key.Sources, key.CreatedAt, key.RevokedAt });
            if (parsed.GetValue(output) != OutputFormat.Table)
            {
                Formats.WriteRows(surroundings.Out, parsed.GetValue(output), rows);
                return ExitCode.Fine;
            }

            foreach (var key in rows)
            {
                var sources = key.Sources.IsEmpty ? "every source" : string.Join(", ", key.Sources);
                var state = key.RevokedAt is { } at ? $"revoked {at:yyyy-MM-dd}" : $"made {key.CreatedAt:yyyy-MM-dd}";
                surroundings.Out.WriteLine(Printable.Plain($"{key.Id}  {string.Join('+', key.Scopes).ToLowerInvariant()}  {sources}  {state}  {key.Label}"));
            }

            return ExitCode.Fine;
        });
        return verb;
    }

    private static Verb Revoke(Surroundings surroundings)
    {
        var id = new Argument<string>("ID") { Description = "Id of the key, as 'recap keys list' shows it" };
        var index = IndexOption.Create();
        var verb = new Verb("revoke", "Refuses a key from now on.")
        {
            Examples = [("recap keys revoke 3f2a9c01d4e5", "Nothing else changes.")],
        };
        verb.Add(id);
        verb.Add(index);
        verb.SetAction(parsed => KeyPlace.Of(surroundings, parsed.GetValue(index)).Revoke(parsed.GetRequiredValue(id))
            ? ExitCode.Fine
            : throw new CommandException($"There is no good key '{parsed.GetRequiredValue(id)}'.", "See 'recap keys list'."));
        return verb;
    }
}
