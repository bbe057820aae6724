import { TRAINING_STATES, type TrainingState } from '@xinghuo/shared/competition/training';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag, ToneTag } from '#client/ui/detail/state-tag.tsx';
import { TRAINING_TONES } from '../tones.ts';

/** Where a training session stands: one that took place is over by the clock, whatever the row says. */
export function TrainingTag(props: {
  session: { readonly state: TrainingState; readonly endsAt: string };
}): ReactNode {
  const { t } = useTranslation('competition');
  const { state, endsAt } = props.session;
  return state === 'SCHEDULED' && Date.parse(endsAt) <= Date.now() ? (
    <ToneTag tone="done">{t('lessons.past')}</ToneTag>
  ) : (
    <StateTag of={TRAINING_STATES} tones={TRAINING_TONES} value={state} />
  );
}
