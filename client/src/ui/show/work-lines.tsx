import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import './work-lines.css';
import { Section } from './page.tsx';

/** One piece of work: its line opens exactly that work. */
export interface WorkLine {
  readonly key: string;
  readonly words: ReactNode;
  /** Until when, or another remark. */
  readonly hint?: ReactNode;
  readonly to: string;
}

/** Work in lines, or one line that says there is none. */
export function WorkLines(props: {
  title: string;
  none: string;
  lines: readonly WorkLine[];
  late?: boolean;
}): ReactNode {
  const { title, none, lines, late } = props;
  return (
    <Section title={title} flush>
      {lines.length === 0 ? (
        <p className="xh-work-none">
          <CheckCircleOutlined aria-hidden /> {none}
        </p>
      ) : (
        <ul className={late ? 'xh-work xh-work-late' : 'xh-work'}>
          {lines.map(({ key, words, hint, to }) => (
            <li key={key}>
              <Link to={to}>
                <span>{words}</span>
                <span className="xh-hint">
                  {hint} <RightOutlined aria-hidden />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
