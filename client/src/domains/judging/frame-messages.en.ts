const frame = {
  round: 'Round',
  noRounds: 'This edition has no rounds yet',
  noRoundsHint: 'Set up rounds, criteria and the number of judges per entry in the edition first.',
  lookup: 'Type a name or number',
  separator: ', ',
  none: 'none',
};

export default frame;
