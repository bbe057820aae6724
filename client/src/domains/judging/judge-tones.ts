import type { SheetState } from '@xinghuo/shared/judging/domain/score-sheet';
import type { Tones } from '#client/ui/detail/state-tag.tsx';

/** The colours of a sheet's states. */
export const SHEET_TONES: Tones<SheetState> = {
  ASSIGNED: 'waiting',
  DRAFT: 'active',
  SUBMITTED: 'done',
  LOCKED: 'done',
  RECUSED: 'draft',
  STRUCK: 'refused',
};
