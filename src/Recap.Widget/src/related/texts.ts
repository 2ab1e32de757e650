import type { Texts } from '../texts/texts';

export const french: Texts = {
  heading: 'À lire ensuite',
  after: 'après « {title} »',
  'reason-technology': 'même technologie : {labels}',
  'reason-topic': 'même sujet : {labels}',
  'reason-speaker': 'aussi par {labels}',
  'reason-same-talk': 'le même talk, raconté ailleurs',
  'reason-wording': 'mots en commun : {labels}',
  'reason-event-series': 'même série : {labels}',
};

export const english: Texts = {
  heading: 'Read next',
  after: 'after “{title}”',
  'reason-technology': 'same technology: {labels}',
  'reason-topic': 'same topic: {labels}',
  'reason-speaker': 'also by {labels}',
  'reason-same-talk': 'the same talk, told elsewhere',
  'reason-wording': 'words in common: {labels}',
  'reason-event-series': 'same series: {labels}',
};
