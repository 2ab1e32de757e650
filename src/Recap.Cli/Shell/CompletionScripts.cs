namespace Recap.Cli.Shell;

/// <summary>
/// What shells run when the user asks how to go on. Each calls <c>recap "[suggest:POSITION]" "LINE"</c>, which prints
/// the words that fit there, one a line; where none fits, the shell completes file names.
/// </summary>
internal static class CompletionScripts
{
    private const string Bash = """
        _recap() {
            local words
            words=$(recap "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            mapfile -t COMPREPLY < <(compgen -W "${words}" -- "${COMP_WORDS[COMP_CWORD]}")
        }
        complete -o default -F _recap recap

        """;

    private const string Zsh = """
        _recap() {
            local -a words
            words=("${(@f)$(recap "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a words
            _files
        }
        compdef _recap recap

        """;

    private const string Fish = """
        function __recap_complete
            set -l line (commandline -cp)
            recap "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c recap -a '(__recap_complete)'

        """;

    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        _ => Fish,
    };
}
