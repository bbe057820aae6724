const panels = {
  title: 'Panels',
  hint: 'Who judges each category in each round. With a panel, automatic assignment chooses among its members only; without one every judge may.',
  bySeat: 'Panels by category',
  category: 'Category',
  members: 'Members',
  membersHint: 'A judge may sit on several panels. Choosing nobody removes the panel.',
  knowing: 'Know {{category}}',
  others: 'Other judges',
  name: 'Name of the panel',
  nameHint: 'May be left empty.',
  room: 'Room / wanted (reviews)',
  conflicts: 'Conflicts within',
  state: 'Enough?',
  step: 'Step',
  coverage: { EMPTY: 'Open to all', FEW: 'Too few members', NO_ROOM: 'Too little room', ENOUGH: 'Enough' },
  open: 'No panel: every judge may',
  edit: 'Change',
  editTitle: 'Panel of {{category}}',
  save: 'Save the panel',
  legend:
    'Bold: the judge knows the category. The capacity of a judge on several panels is shared evenly among them; conflicts take room away.',
  takeOver: 'Take over from {{round}}',
  tookOver: 'Took over the panels of {{round}}',
};

export default panels;
