import type { ReactNode } from 'react';
import { formatNumber } from '#client/ui/core/format.ts';
import './histogram.css';

/** Things counted in equally wide bins. */
interface Bins {
  readonly from: number;
  readonly width: number;
  readonly counts: readonly number[];
}

/** Where a bin lies, as text: `80–85`. */
function binText({ from, width }: Bins, at: number): string {
  const end = (place: number): string => formatNumber(Number((from + place * width).toFixed(4)));
  return `${end(at)}–${end(at + 1)}`;
}

/** The bin a value falls into. */
function binOf({ from, width, counts }: Bins, value: number): number {
  return Math.min(counts.length - 1, Math.max(0, Math.floor((value - from) / width + 1e-9)));
}

/** A distribution as bars with its table behind it; the reader's own value stands as a line across. */
export function Histogram(props: {
  readonly bins: Bins;
  /** Says what the picture shows, own value included. */
  readonly title: string;
  readonly own?: number;
  readonly height?: number;
  readonly words: { readonly table: string; readonly range: string; readonly count: string };
}): ReactNode {
  const { bins, title, own, height = 72, words } = props;
  const bars = bins.counts.map((count, at) => ({ count, at, range: binText(bins, at) }));
  const most = Math.max(1, ...bins.counts);
  const span = bins.width * bins.counts.length;
  const mine = own === undefined ? -1 : binOf(bins, own);
  return (
    <div className="xh-histogram">
      <div
        className="xh-histogram-bars"
        role="img"
        aria-label={title}
        style={{ height: height + 18, paddingTop: 18 }}
      >
        {bars.map(({ count, range, at }) => (
          <span
            key={range}
            className="xh-histogram-bar"
            data-own={at === mine ? '' : undefined}
            style={{ height: `${(count / most) * 100}%` }}
          >
            {count > 0 ? <span>{formatNumber(count)}</span> : null}
          </span>
        ))}
        {own === undefined ? null : (
          <i
            className="xh-histogram-own"
            style={{ left: `${Math.min(100, Math.max(0, ((own - bins.from) / span) * 100))}%` }}
          />
        )}
      </div>
      <div className="xh-histogram-ends" aria-hidden>
        <span>{formatNumber(bins.from)}</span>
        <span>{formatNumber(Number((bins.from + span).toFixed(4)))}</span>
      </div>
      <details>
        <summary>{words.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.range}</th>
              <th scope="col">{words.count}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ count, range }) => (
              <tr key={range}>
                <th scope="row">{range}</th>
                <td>{formatNumber(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
