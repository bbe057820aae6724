const objections = {
  title: 'Objections',
  hint: 'Objections received during the public notice. How to reach the author is seen by the office only.',
  search: 'Words of the objection',
  text: 'Objection',
  state: 'State',
  entry: 'About',
  wholeEdition: 'the whole edition',
  author: 'Author',
  contact: 'Contact',
  createdAt: 'Received',
  decidedAt: 'Decided',
  decision: 'Decision',
  undecided: 'Not decided yet',
  pageTitle: 'Objection to “{{about}}”',
  confirmUphold: 'Uphold the objection: say on what grounds and what follows',
  confirmDismiss: 'Dismiss the objection: say why',
  afterUphold:
    'Upheld: during the notice the deliberation can move awards; the result is computed and frozen again.',
  empty: 'No objections',
  emptyHint: 'During the public notice anybody can object on the public page; it is listed here.',
};

export default objections;
