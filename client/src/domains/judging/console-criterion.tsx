import { SHEET_LIMITS } from '@xinghuo/shared/judging/domain/score-sheet';
import { canonicalDecimal, parseDecimal, toNumber } from '@xinghuo/shared/judging/scoring/ratio';
import { Button, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#client/ui/core/language.ts';
import { MarkPad } from './console-mark.tsx';
import { bandIndex, nudge, stepsPerPoint } from './judge-marks.ts';
import type { Paper } from './judge-transport.ts';

type Criterion = Paper['criteria'][number];

/** A criterion of the rubric as it is marked: `mark` and `comment` are empty while there are none. */
export interface CriterionCardProps {
  readonly criterion: Criterion;
  readonly mark: string;
  /** Null where no comment is asked for. */
  readonly comment: string | null;
  readonly active: boolean;
  readonly readOnly: boolean;
  readonly onActivate: () => void;
  readonly onMark: (value: string) => void;
  readonly onComment: (text: string) => void;
  readonly onTab: (by: 1 | -1) => boolean;
  /** Sent at once when a field is left. */
  readonly onLeave: () => void;
}

/** The keys of a mark: one step, one point, the ends. */
function stepOf(key: string, points: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: 1,
    ArrowRight: 1,
    ArrowDown: -1,
    ArrowLeft: -1,
    PageUp: points,
    PageDown: -points,
  };
  return steps[key];
}

/** The place of a criterion's mark in the page, for moving the focus there. */
export const markId = (criterionId: string): string => `mark-${criterionId}`;
/** The place of its remark. */
export const commentId = (criterionId: string): string => `comment-${criterionId}`;

/** One criterion: what is asked, its weight, the bands with what one sees at each, the mark, a remark. */
export function CriterionCard(props: CriterionCardProps): ReactNode {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const { criterion, mark, active, readOnly } = props;
  const [commenting, setCommenting] = useState(false);
  const title = english ? criterion.titleEn || criterion.title : criterion.title;
  const max = canonicalDecimal(criterion.max);
  const index = bandIndex(criterion.bands, mark);
  const band = criterion.bands[index];
  const bandLabel = band ? (english ? band.labelEn || band.label : band.label) : '';
  const description = english ? criterion.descriptionEn || criterion.description : criterion.description;
  const open = active && !readOnly;

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && props.onTab(event.shiftKey ? -1 : 1)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = stepOf(event.key, stepsPerPoint(criterion));
    if (steps !== undefined) props.onMark(nudge(mark, steps, criterion));
    else if (event.key === 'Home') props.onMark('0');
    else if (event.key === 'End') props.onMark(max);
    else return;
    event.preventDefault();
  };
  const value = (
    <>
      <b>{mark === '' ? '–' : mark}</b> <small>{t('console.mark.outOf', { max })}</small>
    </>
  );
  return (
    <section className={open ? 'xh-criterion xh-criterion-open' : 'xh-criterion'} aria-label={title}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer; the mark is the control */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the mark itself */}
      <div
        className="xh-criterion-head"
        onClick={() => {
          if (!readOnly) document.getElementById(markId(criterion.id))?.focus();
        }}
      >
        <h3>{title}</h3>
        <span className="xh-hint">
          {t('console.mark.weight', { weight: canonicalDecimal(criterion.weight) })}
          {bandLabel && !open ? ` · ${bandLabel}` : ''}
        </span>
        {readOnly ? (
          <span className="xh-mark">{value}</span>
        ) : (
          <span
            id={markId(criterion.id)}
            className={mark === '' ? 'xh-mark xh-mark-none' : 'xh-mark'}
            role="slider"
            tabIndex={0}
            aria-label={t('console.mark.label', { title, max })}
            aria-valuemin={0}
            aria-valuemax={toNumber(parseDecimal(criterion.max))}
            aria-valuenow={mark === '' ? 0 : toNumber(parseDecimal(mark))}
            aria-valuetext={
              mark === ''
                ? t('console.mark.none')
                : [t('console.mark.value', { value: mark }), bandLabel].filter(Boolean).join(' · ')
            }
            onFocus={props.onActivate}
            onKeyDown={press}
          >
            {value}
          </span>
        )}
      </div>
      {open ? (
        <>
          {description ? <p className="xh-hint">{description}</p> : null}
          <MarkPad criterion={criterion} value={mark} onMark={props.onMark} />
          <ul className="xh-bands">
            {criterion.bands.map(({ from, to, label, labelEn, text, textEn, example, exampleEn }, place) => (
              <li key={from} aria-current={place === index ? 'true' : undefined}>
                <span className="xh-band-range">
                  <b>{english ? labelEn || label : label}</b>
                  <small>
                    {t('console.mark.band', { from: canonicalDecimal(from), to: canonicalDecimal(to) })}
                  </small>
                </span>
                <span>
                  {english ? textEn || text : text}
                  {example ? (
                    <small className="xh-band-example">
                      {t('console.mark.example', { example: (english && exampleEn) || example })}
                    </small>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {readOnly ? (
        props.comment ? (
          <p className="xh-criterion-comment">{props.comment}</p>
        ) : null
      ) : props.comment !== null && (open || props.comment !== '' || commenting) ? (
        <Input.TextArea
          id={commentId(criterion.id)}
          value={props.comment}
          placeholder={t('console.mark.comment')}
          aria-label={t('console.mark.commentOf', { title })}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={SHEET_LIMITS.comment}
          onFocus={() => {
            setCommenting(true);
            props.onActivate();
          }}
          onBlur={() => {
            setCommenting(false);
            props.onLeave();
          }}
          onChange={(event) => props.onComment(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') document.getElementById(markId(criterion.id))?.focus();
            if (event.key === 'Tab' && !event.shiftKey && props.onTab(1)) event.preventDefault();
          }}
        />
      ) : null}
      {open && mark !== '' ? (
        <Button size="small" type="text" className="xh-mark-clear" onClick={() => props.onMark('')}>
          {t('console.mark.clear')}
        </Button>
      ) : null}
    </section>
  );
}
