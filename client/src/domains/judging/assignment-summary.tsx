import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import type { BoardFrame } from './assignment-board.ts';
import type { BoardFinding, BoardMeasures } from './assignment-measures.ts';
import { useTitleOf } from './edition-page.tsx';

function Measure(props: { label: string; late?: boolean; hint?: string; children: ReactNode }): ReactNode {
  return (
    <div className="xj-measure" title={props.hint}>
      <dt>{props.label}</dt>
      <dd className={props.late ? 'xj-late' : undefined}>{props.children}</dd>
    </div>
  );
}

/** The measures of the board: they move with every step. */
export function BoardSummary({ measures }: { measures: BoardMeasures }): ReactNode {
  const { t } = useTranslation('judging');
  const { findings, wanted, covered, pairs, lowestLoad, highestLoad, knowing } = measures;
  const count = (kind: BoardFinding['kind']): number => findings.filter((one) => one.kind === kind).length;
  return (
    <dl className="xj-measures" aria-live="polite">
      <Measure label={t('assignment.coverage')} hint={t('assignment.coverageHint')} late={covered < wanted}>
        {formatShare(covered, wanted)}
      </Measure>
      <Measure label={t('assignment.short')} late={count('SHORT') > 0}>
        {formatNumber(count('SHORT'))}
      </Measure>
      <Measure label={t('assignment.loads')} late={count('OVER') > 0}>
        {lowestLoad}–{highestLoad}
      </Measure>
      <Measure label={t('assignment.knowing')}>{formatShare(knowing, pairs)}</Measure>
      <Measure label={t('assignment.conflicts')} late={count('CONFLICT') > 0}>
        {formatNumber(count('CONFLICT'))}
      </Measure>
      <Measure label={t('assignment.split')} late={count('SPLIT') > 0}>
        {formatNumber(count('SPLIT'))}
      </Measure>
    </dl>
  );
}

/** What is not satisfied, each with what helps; picking an entry leads to its row. */
export function BoardFindings(props: {
  frame: BoardFrame;
  findings: readonly BoardFinding[];
  onEntry: (entryId: string) => void;
}): ReactNode {
  const { frame, findings, onEntry } = props;
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const titleOf = useTitleOf();
  if (findings.length === 0) return <p className="xh-hint">{t('assignment.nothingOpen')}</p>;
  const entryName = (id: string): string => {
    const entry = frame.entries.find((one) => one.id === id);
    return entry ? `${entry.number ?? ''} ${titleOf(entry)}` : '';
  };
  const judgeName = (id: string): string => {
    const judge = frame.judges.find((one) => one.id === id);
    return judge ? `${judge.code} ${english && judge.nameEn ? judge.nameEn : judge.name}` : '';
  };
  const words = (finding: BoardFinding): string => {
    switch (finding.kind) {
      case 'SHORT':
        return t('assignment.finding.SHORT', {
          entry: entryName(finding.entry),
          missing: finding.wanted - finding.held,
        });
      case 'CONFLICT':
        return t('assignment.finding.CONFLICT', {
          entry: entryName(finding.entry),
          judge: judgeName(finding.judge),
        });
      case 'AWAY':
        return t('assignment.finding.AWAY', { judge: judgeName(finding.judge), count: finding.held });
      case 'OVER':
        return t('assignment.finding.OVER', {
          judge: judgeName(finding.judge),
          held: finding.held,
          capacity: finding.capacity,
        });
      case 'SPLIT': {
        const category = frame.categories.find(({ categoryId }) => categoryId === finding.category);
        return t('assignment.finding.SPLIT', {
          category: category ? titleOf(category) : '',
          parts: finding.parts,
        });
      }
    }
  };
  return (
    <ul className="xj-findings">
      {findings.slice(0, 200).map((finding) => (
        <li key={JSON.stringify(finding)}>
          {'entry' in finding ? (
            <button type="button" className="xj-link" onClick={() => onEntry(finding.entry)}>
              {words(finding)}
            </button>
          ) : (
            words(finding)
          )}
        </li>
      ))}
      {findings.length > 200 ? (
        <li>{t('assignment.moreFindings', { count: findings.length - 200 })}</li>
      ) : null}
    </ul>
  );
}
