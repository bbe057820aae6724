import type { JudgeState } from '@xinghuo/shared/judging/domain/judge';
import type { ObjectionState } from '@xinghuo/shared/judging/domain/objection';
import type { SheetState } from '@xinghuo/shared/judging/domain/score-sheet';
import type { Tones } from '#client/ui/detail/state-tag.tsx';

export const JUDGE_TONES: Tones<JudgeState> = { INVITED: 'waiting', ACTIVE: 'done', WITHDRAWN: 'draft' };

export const SHEET_TONES: Tones<SheetState> = {
  ASSIGNED: 'draft',
  DRAFT: 'active',
  SUBMITTED: 'done',
  LOCKED: 'done',
  RECUSED: 'refused',
  STRUCK: 'refused',
};

export const OBJECTION_TONES: Tones<ObjectionState> = {
  RECEIVED: 'waiting',
  UPHELD: 'refused',
  DISMISSED: 'draft',
};
