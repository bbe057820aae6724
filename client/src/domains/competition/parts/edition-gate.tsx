import { COMPETITION_STATES } from '@xinghuo/shared/competition/competition';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { named, useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { type EditionChoice, useEdition } from '../use-edition.ts';
import type { EditionOption } from '../working-edition.ts';
import '../competition.css';

/** An edition's title in the reader's language. */
export function useEditionTitle(): (edition: { title: string; titleEn: string }) => string {
  const language = useLanguage();
  return ({ title, titleEn }) => named(language, title, titleEn);
}

/** A title that tells its year: with the year before it unless it names it already. */
export function yearTitle(year: number, title: string): string {
  return title.includes(String(year)) ? title : `${year} ${title}`;
}

/** Chooses the edition a screen shows. */
export function EditionSwitch({ choice }: { choice: EditionChoice }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  return (
    <Select
      className="xc-edition"
      aria-label={t('edition.switch')}
      value={choice.edition?.id ?? null}
      popupMatchSelectWidth={false}
      onChange={(id: string | null) => {
        if (id) choice.choose(id);
      }}
      options={choice.editions.map((one) => ({
        value: one.id,
        label: `${yearTitle(one.year, titleOf(one))} · ${label(COMPETITION_STATES[one.state])}`,
      }))}
    />
  );
}

/** Shows a screen for the working edition; without any edition, the first step. */
export function EditionGate(props: {
  children: (edition: EditionOption, choice: EditionChoice) => ReactNode;
}): ReactNode {
  const { t } = useTranslation('competition');
  const can = useCan();
  const choice = useEdition();
  return (
    <Loaded result={choice.result}>
      {() =>
        choice.edition ? (
          props.children(choice.edition, choice)
        ) : (
          <EmptyState
            title={t('edition.none')}
            hint={t('edition.noneHint')}
            action={
              can('competition.manage') ? (
                <Link to="/competitions/new">
                  <Button type="primary">{t('edition.create')}</Button>
                </Link>
              ) : undefined
            }
          />
        )
      }
    </Loaded>
  );
}
