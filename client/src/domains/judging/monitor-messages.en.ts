import type { Translation } from '#client/ui/core/messages-type.ts';
import type zh from './monitor-messages.zh-CN.ts';

const monitor = {
  title: 'Drift and anchors',
  hint: 'Each judge against the others who marked the same entries, in points of 100: above 0 is milder, below is stricter. Drift is the second half of the work less the first; it is flagged from 3 points and beyond chance.',
  judges: 'Judges: severity and drift',
  compared: 'Compared',
  difference: 'Against the others',
  anchorDifference: 'On anchors',
  anchorsOf_one: '({{count}} anchor)',
  anchorsOf_other: '({{count}} anchors)',
  drift: 'Drift (second half − first)',
  tooFew: 'fewer than 6',
  milder: 'growing milder',
  stricter: 'growing stricter',
  nothing: 'No entry has been submitted by two judges yet.',
  anchors: 'Anchors',
  noAnchors:
    'No anchors yet. Let all judges of a category mark one or two middling entries: it shows during the work whose scale moves.',
  add: 'Set an anchor',
  addHint:
    'An anchor is a real entry and its marks count. Judges cannot tell it: anchors are spread through each judge’s own order.',
  whom: 'Marked by',
  all: 'every judge of its category',
  some: 'so many judges',
  howMany: 'Judges',
  count_one: '{{count}} judge',
  count_other: '{{count}} judges',
  save: 'Make it an anchor',
  remove: 'No longer an anchor',
  in: 'In',
  mean: 'Mean',
  marks: 'Totals by judge, lowest first',
  place: 'The judge’s sheet no. {{order}}',
  plan: 'Anchors still lack judges: an automatic plan gives them out.',
} as const satisfies Translation<typeof zh>;

export default monitor;
