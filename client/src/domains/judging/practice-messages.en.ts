import type { Translation } from '#client/ui/core/messages-type.ts';
import type zh from './practice-messages.zh-CN.ts';

const practice = {
  title: 'Practice',
  hint: 'Before the first real entry, judges mark a few whose marks were agreed on and see where their scale differs. Practice never counts: not in results, loads or progress.',
  mine: 'Practise first',
  requiredHint:
    'Do the practice entries of a category before its first real one. Afterwards you see the agreed marks and the reasons; nothing of it counts.',
  offeredHint:
    'We suggest practising first: afterwards you see the agreed marks and the reasons; nothing of it counts.',
  allDone: 'All practice is done; you can look at it again at any time.',
  start: 'Practise',
  done: 'Done',
  tag: 'Practice',
  of: 'Practice: {{title}}',
  notice: 'This is practice and counts for nothing.',
  noticeHint: 'It is submitted once; then you see the agreed marks and the reasons.',
  marked: '{{marked}} of {{total}} marked',
  submit: 'Submit and see the agreed marks',
  goOn: 'Back to the entries',
  feedback: 'Your marks and the agreed ones',
  feedbackHint:
    '{{equal}} of {{total}} agree. Where they differ much, read the reason and compare it with the bands.',
  own: 'Yours',
  agreed: 'Agreed',
  difference: 'Difference',
  direction: { equal: 'equal', milder: 'milder', stricter: 'stricter' },
  why: 'Reason',
  rule: 'Whether practice is required',
  ruleRequired:
    'The first real entry of a category opens once its practice is done; judges who have begun go on as they are.',
  ruleOffered: 'Judges may practise first or begin at once.',
  add: 'Add a practice entry',
  save: 'Save the practice entry',
  remove: 'Remove',
  removeAsk: 'Remove this practice entry? No judge has done it yet.',
  category: 'For judges of',
  source: 'What to practise on',
  entry: 'Entry',
  library: 'Exemplary project',
  libraryHint: 'From the library, with marks agreed on by the rubric of this round.',
  organisation: 'Run by',
  award: 'Award',
  points: 'What others can take over',
  entryHint:
    'From an earlier edition, or an exemplary one that no longer takes part; none judged in this round.',
  markOf: 'Agreed mark (0–{{max}})',
  criterion: 'Criterion',
  judgesMean: 'Judges gave',
  range: 'mean {{mean}} ({{lowest}}–{{highest}})',
  tried_one: '{{count}} judge has done it',
  tried_other: '{{count}} judges have done it',
  empty: 'No practice entries in this round yet',
  emptyHint:
    'Choose one or two earlier entries or exemplary projects and write down the agreed marks with reasons; judges compare theirs.',
} as const satisfies Translation<typeof zh>;

export default practice;
