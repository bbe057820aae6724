import { RESULT_FLAGS, type ResultFlag } from '@xinghuo/shared/judging/domain/result';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { type JudgingEdition, useTitleOf } from './edition-page.tsx';
import type { EntryAnalysis, JudgeAnalysis } from './results-analysis.ts';

/** What deserves a look at an entry: words, each with its reason. */
export function EntryFlags(props: {
  edition: JudgingEdition;
  flags: readonly ResultFlag[];
  analysis: EntryAnalysis | undefined;
}): ReactNode {
  const { edition, flags, analysis } = props;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const award = (id: string | null): string => {
    const found = edition.awardRules.find((one) => one.id === id);
    return found ? titleOf(found) : t('deliberation.noAward');
  };
  const reasons = (analysis?.flags ?? []).map((flag) =>
    flag.kind === 'HANGS_ON_ONE'
      ? {
          key: `${flag.roundId} ${flag.judgeCode}`,
          word: t('analysis.hangs'),
          reason:
            flag.awardId === null && flag.withoutAwardId === null
              ? t('analysis.hangsLine', { judge: flag.judgeCode ?? '' })
              : t('analysis.hangsWhy', {
                  judge: flag.judgeCode ?? '',
                  from: award(flag.awardId),
                  to: award(flag.withoutAwardId),
                }),
        }
      : {
          key: flag.roundId,
          word: t('analysis.disagree'),
          reason: t('analysis.disagreeWhy', {
            measured: formatNumber(flag.measured, 1),
            usual: formatNumber(flag.usual, 1),
          }),
        },
  );
  const explained = new Set((analysis?.flags ?? []).map(({ kind }) => kind));
  const plain = flags.filter((flag) => !(flag === 'DISAGREEMENT' && explained.has('DISAGREEMENT')));
  return (
    <ul className="xj-reasons">
      {plain.map((flag) => (
        <li key={flag}>
          <span className={`xj-flag xj-flag-${flag.toLowerCase()}`}>{label(RESULT_FLAGS[flag])}</span>
        </li>
      ))}
      {reasons.map(({ key, word, reason }) => (
        <li key={`${word} ${key}`}>
          <span className="xj-flag xj-flag-disagreement">{word}</span>
          <small>{reason}</small>
        </li>
      ))}
    </ul>
  );
}

/** What deserves a look at a judge: words, each with its reason. */
export function JudgeFlags({ flags }: { flags: JudgeAnalysis['flags'] }): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <ul className="xj-reasons">
      {flags.map(({ kind, strength, measured, usual }) => (
        <li key={kind}>
          <span className="xj-flag xj-flag-disagreement">{t(`analysis.judgeFlags.${kind}`)}</span>
          <small>
            {t(`analysis.judgeReasons.${kind}`, {
              measured: formatNumber(
                Math.abs(measured),
                kind === 'FAST' || kind === 'REPEATS_REMARKS' ? 0 : 1,
              ),
              usual: formatNumber(usual, kind === 'FAST' ? 0 : 1),
              share: `${formatNumber(strength * 100, 0)} %`,
            })}
          </small>
        </li>
      ))}
    </ul>
  );
}
