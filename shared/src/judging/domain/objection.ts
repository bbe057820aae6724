import { enumTable } from '../../kernel/label.ts';
import { transitionTable } from '../../kernel/transition.ts';

/** Where an objection stands. */
export const OBJECTION_STATES = enumTable({
  RECEIVED: { zh: '已受理', en: 'Received' },
  UPHELD: { zh: '异议成立', en: 'Upheld' },
  DISMISSED: { zh: '异议不成立', en: 'Dismissed' },
});
export type ObjectionState = keyof typeof OBJECTION_STATES;

/** The lifecycle of an objection. */
export const OBJECTION_LIFECYCLE = transitionTable({
  states: ['RECEIVED', 'UPHELD', 'DISMISSED'],
  initial: 'RECEIVED',
  events: {
    uphold: {
      zh: '认定成立',
      en: 'Uphold',
      from: ['RECEIVED'],
      to: 'UPHELD',
      right: 'decide',
      reason: true,
      final: true,
    },
    dismiss: {
      zh: '不予支持',
      en: 'Dismiss',
      from: ['RECEIVED'],
      to: 'DISMISSED',
      right: 'decide',
      reason: true,
      final: true,
    },
  },
});
export type ObjectionEvent = keyof typeof OBJECTION_LIFECYCLE.events;

/** Limits of objections and decisions, in characters; and how many one sender may file in an hour. */
export const OBJECTION_LIMITS = {
  text: 2000,
  textMinimum: 10,
  author: 60,
  contact: 120,
  decision: 2000,
  perHour: 5,
} as const;
