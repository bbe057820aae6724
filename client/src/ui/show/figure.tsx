import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatNumber } from '../core/format.ts';

/** Properties of a figure. */
export interface FigureProps {
  readonly label: string;
  /** Null while it is not known. */
  readonly value: number | null | undefined;
  readonly unit?: string;
  readonly decimals?: number;
  /** The address of the rows behind the number. */
  readonly to?: string;
  /** What the number is a part of, or a remark: `共 108`. */
  readonly base?: ReactNode;
  /** Drawn red when the number is above 0. */
  readonly late?: boolean;
}

/** A number with its unit that opens the rows behind it. */
export function Figure(props: FigureProps): ReactNode {
  const { label, value, unit, decimals, to, base, late } = props;
  const body = (
    <>
      <span className="xh-figure-label">{label}</span>
      <span className="xh-figure-value">
        <b>{formatNumber(value, decimals)}</b>
        {unit ? <small> {unit}</small> : null}
      </span>
      {base ? <span className="xh-figure-base">{base}</span> : null}
    </>
  );
  const className = late && (value ?? 0) > 0 ? 'xh-figure xh-figure-late' : 'xh-figure';
  return to ? (
    <Link className={className} to={to}>
      {body}
    </Link>
  ) : (
    <div className={className}>{body}</div>
  );
}

/** Figures side by side, wrapping on narrow screens. */
export function Figures({ children }: { children: ReactNode }): ReactNode {
  return <div className="xh-figures">{children}</div>;
}
