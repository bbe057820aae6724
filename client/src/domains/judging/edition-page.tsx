import { useQuery } from '@apollo/client/react';
import { ROUND_STATES } from '@xinghuo/shared/competition/competition';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { JudgingEditionQuery } from '#client/__generated__/graphql.ts';
import { named, useLabel, useLanguage } from '#client/ui/core/language.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { EditionGate, EditionSwitch } from '../competition/parts/edition-gate.tsx';
import type { EditionChoice } from '../competition/use-edition.ts';
import { JUDGING_EDITION } from './edition-documents.ts';
import { chosenRound } from './round-choice.ts';

/** An edition with its rounds, categories and awards. */
export type JudgingEdition = NonNullable<JudgingEditionQuery['competition']>;
export type JudgingRound = JudgingEdition['rounds'][number];
export type JudgingCategory = JudgingEdition['categories'][number];

/** Picks the title in the reader's language. */
export function useTitleOf(): (of: { readonly title: string; readonly titleEn: string | null }) => string {
  const language = useLanguage();
  return ({ title, titleEn }) => named(language, title, titleEn);
}

/** Shows a screen for the working edition, once its rounds and categories are known. */
export function WithEdition(props: {
  children: (edition: JudgingEdition, choice: EditionChoice) => ReactNode;
}): ReactNode {
  return (
    <EditionGate>
      {(edition, choice) => (
        <EditionLoaded id={edition.id}>{(loaded) => props.children(loaded, choice)}</EditionLoaded>
      )}
    </EditionGate>
  );
}

function EditionLoaded(props: { id: string; children: (edition: JudgingEdition) => ReactNode }): ReactNode {
  const result = useQuery(JUDGING_EDITION, {
    variables: { id: props.id },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Loaded result={result}>
      {({ competition }) => (competition ? props.children(competition) : <Missing />)}
    </Loaded>
  );
}

/** Chooses one of the edition's rounds; stands in the address as `?round=`. `whole` adds the edition itself. */
export function RoundSwitch(props: {
  edition: JudgingEdition;
  value: string;
  whole?: string;
  onChange?: () => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const [, setParams] = useSearchParams();
  return (
    <Segmented
      aria-label={t('frame.round')}
      value={props.value}
      onChange={(id) => {
        setParams(
          (before) => {
            before.set('round', String(id));
            before.delete('after');
            before.delete('before');
            return before;
          },
          { replace: true },
        );
        props.onChange?.();
      }}
      options={[
        ...props.edition.rounds.map((round) => ({
          value: round.id,
          label: `${titleOf(round)} · ${label(ROUND_STATES[round.state])}`,
        })),
        ...(props.whole ? [{ value: 'all', label: props.whole }] : []),
      ]}
    />
  );
}

/** The page of a screen that shows one round of the working edition. */
export function RoundPage(props: {
  title: string;
  hint?: ReactNode;
  /** Opens with a round of this kind where the edition has one and none was asked for. */
  kind?: JudgingRound['kind'];
  actions?: (edition: JudgingEdition, round: JudgingRound) => ReactNode;
  children: (edition: JudgingEdition, round: JudgingRound) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('judging');
  const [params] = useSearchParams();
  return (
    <WithEdition>
      {(edition, choice) => {
        const ofKind = edition.rounds.filter(({ kind }) => kind === props.kind);
        const asked = params.get('round') ?? chosenRound(ofKind, null)?.id ?? null;
        const round = chosenRound(edition.rounds, asked);
        return (
          <Page
            title={props.title}
            hint={props.hint}
            actions={
              <>
                <EditionSwitch choice={choice} />
                {round ? props.actions?.(edition, round) : null}
              </>
            }
          >
            {round ? (
              <>
                <div className="xj-rounds">
                  <RoundSwitch edition={edition} value={round.id} />
                </div>
                {props.children(edition, round)}
              </>
            ) : (
              <EmptyState title={t('frame.noRounds')} hint={t('frame.noRoundsHint')} />
            )}
          </Page>
        );
      }}
    </WithEdition>
  );
}
