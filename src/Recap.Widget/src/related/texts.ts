import type { Texts } from '../texts/texts';

export const french: Texts = {
  heading: 'À lire ensuite',
  after: 'après «\u00A0{title}\u00A0»',
  'reason-technology': 'même technologie\u00A0: {labels}',
  'reason-topic': 'même sujet\u00A0: {labels}',
  'reason-speaker': 'aussi par {labels}',
  'reason-same-talk': 'le même talk, raconté ailleurs',
  'reason-wording': 'mots en commun\u00A0: {labels}',
  'reason-idea': 'idées voisines\u00A0: {labels}',
  'reason-event-series': 'même série\u00A0: {labels}',
};

export const english: Texts = {
  heading: 'Read next',
  after: 'after “{title}”',
  'reason-technology': 'same technology: {labels}',
  'reason-topic': 'same topic: {labels}',
  'reason-speaker': 'also by {labels}',
  'reason-same-talk': 'the same talk, told elsewhere',
  'reason-wording': 'words in common: {labels}',
  'reason-idea': 'close ideas: {labels}',
  'reason-event-series': 'same series: {labels}',
};
