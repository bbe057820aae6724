import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import {
  COMPETITION_LIFECYCLE,
  type CompetitionEvent,
  NEXT_ROUND,
} from '@xinghuo/shared/competition/competition';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionStepsFragment } from '#client/__generated__/graphql.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import {
  CLOSE,
  EDITION_STEPS,
  OPEN,
  PUBLICISE,
  RETURN_TO_DRAFT,
  START_DELIBERATION,
  START_REVIEW,
  START_SCREENING,
} from '../documents/edition-steps.ts';
import { choicesOf } from '../step-choices.ts';
import { useEditionTitle } from './edition-gate.tsx';

/** The steps an edition can take now; each names what it brings before it is done. */
export function EditionTransitions(props: {
  competition: FragmentType<EditionStepsFragment>;
  /** Queries of the page that a step changes. */
  refetch: readonly string[];
}): ReactNode {
  const { refetch } = props;
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const { data, complete } = useFragment({ fragment: EDITION_STEPS, from: props.competition });
  const [open] = useWrite(OPEN, { refetch });
  const [returnToDraft] = useWrite(RETURN_TO_DRAFT, { refetch });
  const [startScreening] = useWrite(START_SCREENING, { refetch });
  const [startReview] = useWrite(START_REVIEW, { refetch });
  const [startDeliberation] = useWrite(START_DELIBERATION, { refetch });
  const [publicise] = useWrite(PUBLICISE, { refetch });
  const [close] = useWrite(CLOSE, { refetch });
  if (!complete) return null;
  const writes = { open, returnToDraft, startScreening, startReview, startDeliberation, publicise, close };
  const name = titleOf(data);
  const nextRound = (event: CompetitionEvent): boolean => event === 'startReview' && data.state === 'REVIEW';
  return (
    <TransitionBar
      table={COMPETITION_LIFECYCLE}
      choices={choicesOf(COMPETITION_LIFECYCLE, data.availableTransitions)}
      name={name}
      confirm={(event: CompetitionEvent) =>
        t(nextRound(event) ? 'home.nextRound' : `home.confirm.${event}`, { name })
      }
      words={(event) => (nextRound(event) ? NEXT_ROUND : undefined)}
      run={(event) => writes[event]({ input: { id: data.id, version: data.version } })}
    />
  );
}
