using Recap.Talks.Facts;
using Recap.Talks.People;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Reads what stands behind a subject, word by word: what leads to the verb, the verb, what leads from it to what is told.</summary>
internal ref struct ToldReader
{
    // Words between a subject and what it tells; more are a story.
    private const int MostWords = 9;
    private const int MostOfLead = 7;
    private const int LongestAside = 60;
    private const int LongestWay = 60;

    // A verb may lead to a verb, and no further than here.
    private const int Reach = 400;

    private static readonly Vocabulary<Part> Parts = new(
        ("a ont avait avaient vient viennent va vont venait venaient", Part.Auxiliary),
        ("est sont était étaient fut", Part.Being),
        ("nous", Part.Us),
        ("qui", Part.Relative),
        ("y leur lui également ensuite aussi enfin alors puis abord bien même tout donc pu su", Part.Light),
        ("venu venue venus venues revenu revenue revenus revenues", Part.Come));

    private SentenceWords _words;
    private bool _toUs;
    private bool _isDone;
    private bool _isRelative;
    private bool _isWeak;
    private bool _isInfinitive;

    /// <summary>What a word does between a subject and its verb.</summary>
    private enum Part
    {
        None,
        Auxiliary,
        Being,
        Us,
        Relative,
        Light,
        Come,
    }

    /// <summary>What a text tells from its beginning; null where it tells nothing, or something else first.</summary>
    /// <param name="text">What stands behind a subject, or behind what is said of it.</param>
    public static Told? Read(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Reach)].TrimStart();
        text = text is [',', ..] ? text[1..].TrimStart() : text;
        text = text is ['¤', _, ..] ? text[2..] : text;
        var reader = new ToldReader { _words = new SentenceWords(text) };
        return reader.ReachesTopic() ? Told.Of(reader._words.Rest, reader._toUs, reader._isDone, reader._isRelative, reader._isWeak, reader._isInfinitive) : null;
    }

    private bool ReachesTopic()
    {
        var isBeing = false;
        for (var count = 0; count < MostWords; count++)
        {
            SkipWhere();
            var start = _words;
            var word = _words.Next();
            switch (word.IsEmpty ? Part.None : Parts.Of(word))
            {
                case Part.Auxiliary:
                    (_isDone, isBeing) = (true, false);
                    SkipAside();
                    continue;
                case Part.Being:
                    isBeing = true;
                    continue;
                case Part.Us:
                    _toUs = true;
                    continue;
                case Part.Relative:
                    _isRelative = true;
                    continue;
                case Part.Come:
                    (_isDone, isBeing) = (true, false);
                    if (Begins(word, "re") && SessionObject.TakeWay(ref _words))
                    {
                        return true;
                    }

                    continue;
                case Part.Light:
                    continue;
            }

            if (word.IsEmpty)
            {
                return false;
            }

            if (SessionObject.IsAdverb(word) || word is "s'" or "s’" or "d'" or "d’" || SentenceWords.Same(word, "quant") && _words.TakeAny("à lui", "à elle", "à eux", "à elles"))
            {
                continue;
            }

            return isBeing ? IsThereTo(word, start) : Verb(word, start);
        }

        return false;
    }

    // "où il", "dans laquelle elle", "lors de ce talk,".
    private void SkipWhere()
    {
        if (_words.TakeAny("où", "dans laquelle", "dans lequel"))
        {
            _words.TakeAny("il", "elle", "ils", "elles");
        }

        var ahead = _words;
        if (ahead.TakeAny("lors", "dans", "durant", "pendant"))
        {
            ahead.TakeAny("de", "d'");
            ahead.TakeAny("l'");
            _ = SessionWords.Is(ahead.Peek()) ? [] : ahead.Next();
            if (SessionWords.Is(ahead.Next()))
            {
                _words = ahead;
                SkipComma();
            }
        }
    }

    private void SkipComma()
    {
        if (_words.Rest is [',', ..])
        {
            _words.At++;
        }
    }

    // "a, dans un amphi bondé, montré …".
    private void SkipAside()
    {
        if (_words.Rest is [',', .. var rest] && rest.IndexOfAny(",.;") is > 2 and <= LongestAside and var end && rest[end] == ',')
        {
            _words.At += end + 2;
        }
    }

    // "est intervenu sur …", "est monté sur scène pour parler de …", "est là pour …".
    private bool IsThereTo(ReadOnlySpan<char> word, SentenceWords start)
    {
        var turns = TellingVerbs.Of(word) == TellingVerb.TurnsTo;
        _words = turns ? _words : start;
        return turns && SessionObject.TakeWay(ref _words) || IsLedOn();
    }

    private bool Verb(ReadOnlySpan<char> word, SentenceWords start)
    {
        var sense = TellingVerbs.Of(word);
        _isInfinitive = !_isDone && TellingVerbs.IsInfinitive(word);
        switch (sense)
        {
            case TellingVerb.Tells:
                return true;
            case TellingVerb.Treats:
                return _isWeak = true;
            case TellingVerb.TurnsTo:
                _isWeak = !Begins(word, "re") && !Begins(word, "inter") && !Begins(word, "em");
                return SessionObject.TakeWay(ref _words);
            case TellingVerb.Reminds:
                return _isWeak = _words.Peek() is "les" or "la" or "le" or "l'" or "l’" or "des" or "ses";
            case TellingVerb.Gives:
                return Gives(word);
            case TellingVerb.Makes:
                return Makes();
            case TellingVerb.Opens:
                return OpensWith();
            case TellingVerb.Takes:
                return _words.TakeAny("la parole", "le relais", "la relève", "la suite", "le micro", "la main", "la scène") && OpensWith();
            case TellingVerb.Leads:
                return IsLedOn();
        }

        if (Begins(word, "pass") && _words.Take("en revue") || Begins(word, "lev") && _words.Take("le voile sur"))
        {
            return _isWeak = true;
        }

        if (Begins(word, "remet") && _words.Take("en cause"))
        {
            return true;
        }

        _words = start;
        return _isDone && IsLedOn();
    }

    // "… la lourde tâche de nous présenter", "… en expliquant": where another verb tells.
    private bool IsLedOn()
    {
        var ahead = _words;
        for (var count = 0; count < MostOfLead; count++)
        {
            var word = ahead.Next();
            if (word.IsEmpty)
            {
                return false;
            }

            var isGerund = SentenceWords.Same(word, "en");
            if (!isGerund && !IsLead(word))
            {
                continue;
            }

            var verbs = ahead;
            var isToUs = verbs.TakeAny("nous", "vous");
            var start = verbs;
            var verb = verbs.Next();
            if (TellingVerbs.Of(verb) is not TellingVerb.None && (isGerund ? TellingVerbs.IsGerund(verb) : TellingVerbs.IsInfinitive(verb)))
            {
                _words = verbs;
                _toUs |= isToUs;
                var told = Verb(verb, start);
                _isInfinitive = false;
                return told;
            }
        }

        return false;
    }

    private static bool IsLead(ReadOnlySpan<char> word) => word is "par" or "pour" or "à" or "de" or "d'" or "d’";

    private bool Gives(ReadOnlySpan<char> verb)
    {
        if (TakeObject() || SessionObject.TakeAdvice(ref _words))
        {
            return true;
        }

        if (Begins(verb, "livr"))
        {
            return _isWeak = true;
        }

        return Begins(verb, "propos") && !_isInfinitive && !TellingVerbs.IsGerund(verb);
    }

    private bool Makes()
    {
        _words.TakeAny("également", "aussi", "ensuite", "nous");
        if (_words.TakeAny("découvrir", "visiter", "revivre", "comprendre", "voyager dans", "plonger dans", "entrer dans", "voyager au cœur de", "plonger au cœur de", "entrer au cœur de"))
        {
            return _isWeak = true;
        }

        return _words.TakeAny("part de", "part d'") ? SessionObject.TakeExperience(ref _words) || TakeObject() : TakeObject();
    }

    // "une présentation captivante sur", "le point sur", "son retour d'expérience de": up to where what it was about begins.
    private bool TakeObject()
    {
        var ahead = _words;
        if (!SessionObject.Take(ref ahead, out var isCommon))
        {
            return false;
        }

        _words = ahead;
        _isWeak |= isCommon;
        return true;
    }

    // "… la journée sur X", "… par présenter X", "… avec une conférence sur X", "… avec Title".
    private bool OpensWith()
    {
        if (IsLedOn())
        {
            return true;
        }

        var way = _words.Rest[..Math.Min(_words.Rest.Length, LongestWay)];
        way = way.IndexOfAny(".;") is var stop and >= 0 ? way[..stop] : way;
        var (on, with) = (way.IndexOf(" sur ", StringComparison.OrdinalIgnoreCase), way.IndexOf(" avec ", StringComparison.OrdinalIgnoreCase));
        if (with >= 0 && (on < 0 || with < on))
        {
            _words.At += with + " avec ".Length;
            return TakeObject() || BeginsTitle(_words.Rest);
        }

        _words.At += on < 0 ? 0 : on + " sur ".Length;
        return on >= 0;
    }

    private static bool Begins(ReadOnlySpan<char> word, string stem) => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase);

    // "avec PHP5: Endgame".
    private static bool BeginsTitle(ReadOnlySpan<char> text) => text is [var first, ..] && (char.IsUpper(first) || first == '¤');
}
