namespace Recap.Server.Pages;

// The compiler makes these classes public and open; here they are closed and listed.

/// <summary>The whole document around a page: head, search box, footer.</summary>
public sealed partial class PageFrame;

/// <summary>The search: what was asked, what was found.</summary>
public sealed partial class SearchPage;

/// <summary>The box to type in, the filters and the order.</summary>
public sealed partial class SearchForm;

/// <summary>The filters in force, each a link that takes it away.</summary>
public sealed partial class ActiveFilters;

/// <summary>What the answers can be narrowed by, with counts.</summary>
public sealed partial class FacetPanel;

/// <summary>One talk that answers.</summary>
public sealed partial class Hit;

/// <summary>Who speaks, where, when.</summary>
public sealed partial class TalkFacts;

/// <summary>Text with what was matched marked.</summary>
public sealed partial class Highlighted;

/// <summary>One talk, as told.</summary>
public sealed partial class TalkDetail;

/// <summary>What a talk is about, how surely, and which of its words say so.</summary>
public sealed partial class TopicBars;

/// <summary>What was made of the words typed.</summary>
public sealed partial class Understood;

/// <summary>What the index is about, by year or by event.</summary>
public sealed partial class TopicsPage;

/// <summary>Topics and years or events as dots.</summary>
public sealed partial class TopicChart;

/// <summary>The same in numbers, each a link to its talks.</summary>
public sealed partial class TopicTable;

/// <summary>Talks to read next, and why.</summary>
public sealed partial class RelatedList;

/// <summary>What the index holds.</summary>
public sealed partial class StatusPage;

/// <summary>A page that has only something to say: not found, not understood, not now.</summary>
public sealed partial class MessagePage;
