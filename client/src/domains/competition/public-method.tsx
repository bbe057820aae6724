import { RULE_KINDS, type RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicEditionQuery } from '#client/__generated__/graphql.ts';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { Section } from '#client/ui/show/page.tsx';
import { useEditionTitle } from './parts/edition-gate.tsx';

type Edition = NonNullable<PublicEditionQuery['competition']>;

/** The kind of scoring rule of an edition; undefined for one this page does not know. */
function ruleKind(rule: unknown): RuleKind | undefined {
  const kind = typeof rule === 'object' && rule !== null && 'kind' in rule ? rule.kind : undefined;
  return (Object.keys(RULE_KINDS) as RuleKind[]).find((one) => one === kind);
}

/** How entries are judged, in plain words: who judges, by what, and how marks become a place. */
export function PublicMethod({ edition }: { edition: Edition }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  const kind = ruleKind(edition.scoringRule);
  return (
    <Section title={t('open.judged')}>
      <div className="xp-prose">
        <p>{t('open.judgedLead')}</p>
        <ol>
          {edition.rounds.map((round) => (
            <li key={round.id}>
              <b>
                {t('open.roundLine', {
                  round: titleOf(round),
                  weight: formatNumber(round.weight),
                  judges: round.judgesPerEntry,
                })}
              </b>
              {round.advancePerCategory ? (
                <span className="xp-aside"> {t('open.advance', { count: round.advancePerCategory })}</span>
              ) : null}
              <ul className="xp-criteria">
                {round.criteria.map((one) => (
                  <li key={one.id}>
                    {t('open.criterion', { title: titleOf(one), weight: formatNumber(one.weight) })}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
        <details className="xp-method" open>
          <summary>
            {t('open.method')}
            {kind ? ` · ${label(RULE_KINDS[kind])}` : ''}
          </summary>
          <p>{t(`open.ruleLine.${kind ?? 'OTHER'}`)}</p>
          <p>{t('open.totalLine')}</p>
        </details>
      </div>
    </Section>
  );
}
