import { type Line, SIDES, type Side } from './requests.ts';

/** One line of one side in one round. Times in milliseconds; processor time per request, null where unknown. */
export interface Measured {
  readonly line: string;
  readonly side: Side;
  /** Requests a second. */
  readonly throughput: number;
  readonly p50: number;
  readonly p99: number;
  readonly serverCpu: number | null;
  readonly databaseCpu: number | null;
  /** Bytes of an answer. */
  readonly bytes: number;
  /** Statements of a request, and of one about a single row. */
  readonly statements: number;
  readonly statementsSmall: number;
}

/** Medians over the rounds. */
type Medians = Omit<Measured, 'line' | 'side'>;

/** Requests a second for requests a second; null where one of the two was not measured. */
interface Ratio {
  readonly throughput: number | null;
  /** The same from processor time, server and database together: less moved by what else the machine does. */
  readonly cpu: number | null;
}

/** Everything a run found. */
export interface Report {
  readonly machine: object;
  readonly lines: readonly {
    readonly name: string;
    readonly title: string;
    readonly sides: Readonly<Partial<Record<Side, Medians>>>;
    /** The product in parts of the others, medians over the rounds. */
    readonly ratios: Readonly<Partial<Record<Side, Ratio>>>;
  }[];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Sums up the rounds. */
export function reportOf(measured: readonly Measured[], lines: readonly Line[], machine: object): Report {
  return {
    machine,
    lines: lines.map(({ name, title }) => {
      const of = (side: Side) => measured.filter((found) => found.line === name && found.side === side);
      const sides = Object.fromEntries(
        SIDES.flatMap((side) => (of(side).length > 0 ? [[side, mediansOf(of(side))]] : [])),
      );
      const ratio = (other: Side, figure: (found: Measured) => number | null): number | null => {
        const theirs = of(other);
        const ratios = of('product').flatMap((ours, round) => {
          const [a, b] = [figure(ours), theirs[round] ? figure(theirs[round]) : null];
          return a !== null && b !== null && b > 0 ? [a / b] : [];
        });
        return ratios.length > 0 ? median(ratios) : null;
      };
      // Work for the same processor time is its inverse.
      const rate = ({ serverCpu, databaseCpu }: Measured): number | null =>
        serverCpu === null || databaseCpu === null || serverCpu + databaseCpu === 0
          ? null
          : 1 / (serverCpu + databaseCpu);
      return {
        name,
        title,
        sides,
        ratios: Object.fromEntries(
          SIDES.filter((side) => side !== 'product').map((side) => [
            side,
            { throughput: ratio(side, (found) => found.throughput), cpu: ratio(side, rate) },
          ]),
        ),
      };
    }),
  };
}

function mediansOf(found: readonly Measured[]): Medians {
  const of = (figure: (one: Measured) => number): number => median(found.map(figure));
  const known = (figure: (one: Measured) => number | null): number | null => {
    const values = found.map(figure).filter((value) => value !== null);
    return values.length > 0 ? median(values) : null;
  };
  return {
    throughput: of((one) => one.throughput),
    p50: of((one) => one.p50),
    p99: of((one) => one.p99),
    serverCpu: known((one) => one.serverCpu),
    databaseCpu: known((one) => one.databaseCpu),
    bytes: of((one) => one.bytes),
    statements: of((one) => one.statements),
    statementsSmall: of((one) => one.statementsSmall),
  };
}

const HEADINGS = [
  'line',
  'side',
  'req/s',
  'p50 ms',
  'p99 ms',
  'CPU ms server',
  'CPU ms database',
  'kB',
  'statements (one row)',
  'product = x of it',
  'by CPU',
];

/** The report for people, as a Markdown table. */
export function tableOf(report: Report): string {
  const rows = report.lines.flatMap((line) =>
    SIDES.flatMap((side) => {
      const found = line.sides[side];
      if (!found) return [];
      const ratio = line.ratios[side];
      return [
        [
          side === 'product' ? line.title : '',
          side,
          found.throughput.toFixed(0),
          found.p50.toFixed(1),
          found.p99.toFixed(1),
          figure(found.serverCpu),
          figure(found.databaseCpu),
          (found.bytes / 1000).toFixed(1),
          `${found.statements} (${found.statementsSmall})`,
          figure(ratio?.throughput ?? null),
          figure(ratio?.cpu ?? null),
        ],
      ];
    }),
  );
  const widths = HEADINGS.map((heading, i) =>
    Math.max(heading.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const write = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [write(HEADINGS), write(widths.map((width) => '-'.repeat(width))), ...rows.map(write)].join('\n');
}

function figure(value: number | null): string {
  return value === null ? '' : value.toFixed(2);
}
