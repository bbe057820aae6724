import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#client/ui/show/states.tsx';
import { CriteriaEditor } from './criteria-editor.tsx';
import { useEditionTitle } from './edition-gate.tsx';
import type { SetupProps } from './setup-props.ts';

/** The criteria of each round. */
export function SetupCriteria({ edition, facts, reload }: SetupProps): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const [chosen, choose] = useState<string>();
  const round = edition.rounds.find(({ id }) => id === chosen) ?? edition.rounds[0];
  if (!round) return <EmptyState title={t('setup.tab.rounds')} />;
  return (
    <>
      <p className="xh-hint xc-gap">{t('criteria.hint')}</p>
      {edition.rounds.length > 1 ? (
        <Segmented
          className="xc-gap"
          aria-label={t('criteria.round')}
          value={round.id}
          options={edition.rounds.map((one) => ({ value: one.id, label: titleOf(one) }))}
          onChange={choose}
        />
      ) : null}
      <CriteriaEditor key={`${round.id}:${round.version}`} round={round} facts={facts} reload={reload} />
    </>
  );
}
