import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasHalves, nudge, type ReckonedCriterion, wholePoints } from './judge-marks.ts';

/** Marks by pointer or thumb: a button a point on short scales, a slider on long ones, and a step either way. */
export function MarkPad(props: {
  criterion: ReckonedCriterion;
  value: string;
  onMark: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('judging');
  const { criterion, value, onMark } = props;
  const points = wholePoints(criterion);
  const whole = value === '' ? null : Math.floor(Number(value));
  const half = value !== '' && value.endsWith('.5');
  const canHalve = points !== null && hasHalves(criterion);
  return (
    <div className="xh-mark-pad">
      {points ? (
        <div className="xh-mark-points">
          {points.map((point) => (
            <button
              key={point}
              type="button"
              aria-pressed={whole === point}
              aria-label={t('console.mark.give', { value: point })}
              onClick={() => onMark(`${point}`)}
            >
              {point}
            </button>
          ))}
          {canHalve ? (
            <button
              type="button"
              aria-pressed={half}
              aria-label={t('console.mark.half')}
              disabled={whole === null || whole >= Number(criterion.max)}
              onClick={() => onMark(half ? `${whole}` : `${whole}.5`)}
            >
              ½
            </button>
          ) : null}
        </div>
      ) : (
        <div className="xh-mark-long">
          <button
            type="button"
            aria-label={t('console.mark.down', { step: criterion.step })}
            onClick={() => onMark(nudge(value, -1, criterion))}
          >
            <MinusOutlined />
          </button>
          <input
            type="range"
            min={0}
            max={criterion.max}
            step={criterion.step}
            value={value === '' ? 0 : value}
            aria-label={t('console.mark.give', { value: value === '' ? '…' : value })}
            onChange={(event) => onMark(event.target.value)}
          />
          <button
            type="button"
            aria-label={t('console.mark.up', { step: criterion.step })}
            onClick={() => onMark(nudge(value, 1, criterion))}
          >
            <PlusOutlined />
          </button>
        </div>
      )}
    </div>
  );
}
