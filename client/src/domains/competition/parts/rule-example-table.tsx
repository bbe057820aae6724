import type { ScoringRule } from '@xinghuo/shared/judging/scoring/rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/ui/show/page.tsx';
import { ruleExample } from '../rule-example.ts';

/** The worked example of a rule, as a table: marks struck out do not count. */
export function RuleExample({ rule }: { rule: ScoringRule }): ReactNode {
  const { t } = useTranslation('competition');
  const rows = ruleExample(rule);
  const judges = rows?.[0]?.marks.map(({ judge }) => judge) ?? [];
  return (
    <Section title={t('rule.example')}>
      <p className="xh-hint xc-gap">{t('rule.exampleHint')}</p>
      {rows ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="xh-wide" tabIndex={0} aria-label={t('rule.example')}>
          <table className="xc-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="xh-unseen">{t('entries.column.title')}</span>
                </th>
                {judges.map((judge) => (
                  <th key={judge} scope="col" className="xc-right">
                    {t('rule.exampleJudge', { name: judge })}
                  </th>
                ))}
                <th scope="col" className="xc-right">
                  {t('rule.score')}
                </th>
                <th scope="col" className="xc-right">
                  {t('rule.rank')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ entry, marks, score, rank }) => (
                <tr key={entry}>
                  <th scope="row" className="xc-nowrap">
                    {t('rule.exampleEntry', { name: entry })}
                  </th>
                  {marks.map(({ judge, mark, counted }) => (
                    <td key={judge} className="xc-right">
                      {counted ? (
                        mark
                      ) : (
                        <s>
                          {mark}
                          <span className="xh-unseen"> {t('rule.dropped')}</span>
                        </s>
                      )}
                    </td>
                  ))}
                  <td className="xc-right">
                    <b>{score}</b>
                  </td>
                  <td className="xc-right">{rank}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Section>
  );
}
