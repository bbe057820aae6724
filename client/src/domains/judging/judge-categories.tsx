import { CloseOutlined } from '@ant-design/icons';
import { SHEET_STATES } from '@xinghuo/shared/judging/domain/score-sheet';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '#client/ui/core/language.ts';
import { StateTag, ToneTag } from '#client/ui/detail/state-tag.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { meanOf } from './judge-marks.ts';
import type { Queue, QueueRow } from './judge-queue.ts';
import { SHEET_TONES } from './judge-tones.ts';

interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly QueueRow[];
}

/** The rows by category, both in the queue's order. */
function groupsOf(rows: readonly QueueRow[], english: boolean): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const category = row.entry?.category;
    const id = category?.id ?? '';
    const title = (english ? category?.titleEn || category?.title : category?.title) ?? '';
    const before = groups.get(id);
    groups.set(id, { id, title, rows: [...(before?.rows ?? []), row] });
  }
  return [...groups.values()];
}

const isDone = ({ state, leaving }: QueueRow): boolean =>
  state === 'SUBMITTED' || state === 'LOCKED' || leaving;

/** The judge's entries by category, with their states; the recused ones at the end. */
export function JudgeCategories({ queue }: { queue: Queue }): ReactNode {
  const { t } = useTranslation('judging');
  const language = useLanguage();
  return (
    <>
      {groupsOf(queue.rows, language === 'en').map(({ id, title, rows }) => {
        const done = rows.filter(isDone);
        const mean = meanOf(done.flatMap(({ shownTotal }) => (shownTotal === null ? [] : [shownTotal])));
        return (
          <Section
            key={id}
            flush
            title={title}
            extra={
              <span className="xh-judge-count">
                {mean === null ? null : <span>{t('judge.average', { average: mean })}</span>}
                <Progress
                  percent={(done.length / rows.length) * 100}
                  showInfo={false}
                  size="small"
                  aria-label={t('judge.progress', { submitted: done.length, assigned: rows.length })}
                />
                <span>{t('judge.categoryOf', { submitted: done.length, assigned: rows.length })}</span>
              </span>
            }
          >
            <ul className="xh-judge-rows">
              {rows.map((row) => (
                <Row key={row.id} row={row} queue={queue} english={language === 'en'} />
              ))}
            </ul>
          </Section>
        );
      })}
      {queue.recused.length > 0 ? (
        <Section flush title={t('judge.recused', { count: queue.recused.length })}>
          <ul className="xh-judge-rows">
            {queue.recused.map((row) => (
              <li key={row.id} className="xh-judge-recused">
                <span>{t('judge.recusedRow', { position: row.position })}</span>
                <span className="xh-hint">{row.recusedReason}</span>
                <span>
                  <StateTag of={SHEET_STATES} tones={SHEET_TONES} value={row.state} />
                </span>
              </li>
            ))}
          </ul>
          <p className="xh-hint xh-judge-foot">{t('judge.recusedHint')}</p>
        </Section>
      ) : null}
    </>
  );
}

function Row({ row, queue, english }: { row: QueueRow; queue: Queue; english: boolean }): ReactNode {
  const { t } = useTranslation('judging');
  const title = (english ? row.entry?.titleEn || row.entry?.title : row.entry?.title) ?? '';
  const skipped = queue.skipped.includes(row.id) && !isDone(row);
  return (
    <li>
      <Link to={`/judge/sheets/${row.id}`}>
        <span className="xh-judge-number">{row.entry?.number}</span>
        <span className="xh-judge-title">{title}</span>
        <span className="xh-judge-total">
          {row.shownTotal === null || !isDone(row)
            ? ''
            : t('judge.total', { total: twoPlaces(row.shownTotal) })}
        </span>
        <span className="xh-judge-state">
          {row.stuck ? (
            <ToneTag tone="refused">{t('judge.look')}</ToneTag>
          ) : row.leaving ? (
            <ToneTag tone="waiting">{t('judge.leaving')}</ToneTag>
          ) : (
            <StateTag of={SHEET_STATES} tones={SHEET_TONES} value={row.state} />
          )}
        </span>
      </Link>
      {skipped ? (
        <Button
          size="small"
          icon={<CloseOutlined />}
          iconPlacement="end"
          aria-label={t('judge.unskip', { title })}
          onClick={() => queue.unskip(row.id)}
        >
          {t('judge.skipped')}
        </Button>
      ) : null}
    </li>
  );
}

/** A total as the queue shows it: the server writes four places. */
function twoPlaces(total: string): string {
  return meanOf([total]) ?? total;
}
