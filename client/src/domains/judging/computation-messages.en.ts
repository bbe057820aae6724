/** Words of background computations. */
const computation = {
  title: 'Computation',
  hint: 'It runs in the background: you may leave this page and come back.',
  cancelled: 'Cancelled; nothing was stored',
  toPlan: 'Open the plan',
  toResult: 'Open the result',
};

export default computation;
