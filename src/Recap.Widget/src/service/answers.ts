/**
 * What the service answers: proto3 JSON of `protos/recap/v1`. Fields at their default are absent there,
 * and whatever a later version adds is ignored, hence nothing is required.
 */
export interface Talk {
  name?: string;
  title?: string;
  speakers?: Speaker[];
  kind?: string;
  event?: { displayName?: string };
  date?: string;
  uri?: string;
}

export interface Speaker {
  displayName?: string;
  organization?: string;
}

export interface TextSegment {
  text?: string;
  highlighted?: boolean;
}

export interface TalkHit {
  talk?: Talk;
  titleSegments?: TextSegment[];
  snippets?: { segments?: TextSegment[] }[];
}

export interface FacetValue {
  value?: string;
  label?: string;
  count?: number;
  selected?: boolean;
}

export interface Facet {
  field?: string;
  values?: FacetValue[];
}

export interface SearchAnswer {
  hits?: TalkHit[];
  nextPageToken?: string;
  totalSize?: number;
  totalSizeExact?: boolean;
  facets?: Facet[];
  correctedQuery?: string;
  suggestedQuery?: string;
}

export interface SuggestAnswer {
  suggestions?: { query?: string; label?: string }[];
}

export interface RelatedReason {
  kind?: string;
  labels?: string[];
}

export interface RelatedSuggestion {
  talk?: Talk;
  score?: number;
  sameTalk?: boolean;
  reasons?: RelatedReason[];
}

export interface RelatedGroup {
  about?: Talk;
  suggestions?: RelatedSuggestion[];
  emptyReason?: string;
}

export interface RelatedAnswer {
  groups?: RelatedGroup[];
}
