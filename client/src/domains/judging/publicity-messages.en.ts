const publicity = {
  title: 'Public notice',
  hint: 'The notice freezes the official result and opens it to objections; once they are decided and the period is over, it is published finally.',
  notReady: 'Notice cannot be given yet',
  notOver: 'It cannot be published yet',
  published: 'Published finally {{at}}',
  waiting: 'Objections to decide',
  objections: 'All objections',
  unit_one: 'objection',
  unit_other: 'objections',
  period: 'Period and notice',
  change: 'Change',
  from: 'Begins',
  to: 'Ends',
  notice: 'Notice',
  seen: 'Awards as the public sees them',
  seenHint:
    'During the notice the public sees awarded entries with team, category and award, statistics of the judging and the digest of the result file; no scores of entries, no judges, nothing of the others. Once published finally, the result file with all marks can be downloaded: judges and entries without award appear under codes only.',
  seenHintClosed:
    'The public sees awarded entries with team, category and award, and statistics of the judging. The result file with all marks can be downloaded: judges and entries without award appear under codes only.',
  open: 'Open the public page',
  team: 'Team',
  noAwards: 'No awards yet: compute the overall result first.',
};

export default publicity;
