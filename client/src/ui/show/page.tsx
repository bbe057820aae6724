import type { ReactNode } from 'react';
import { useTitle } from '../core/environment.ts';

/** The head and body of a page that is neither list nor detail. */
export function Page(props: {
  title: string;
  actions?: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}): ReactNode {
  useTitle(props.title);
  return (
    <>
      <header className="xh-head">
        <div className="xh-head-words">
          <h1>{props.title}</h1>
          {props.hint ? <p className="xh-hint">{props.hint}</p> : null}
        </div>
        {props.actions ? <div className="xh-head-actions">{props.actions}</div> : null}
      </header>
      {props.children}
    </>
  );
}

/** A part of a page with its own heading, as a card. */
export function Section(props: {
  title: ReactNode;
  extra?: ReactNode;
  /** Without inner margin: for tables. */
  flush?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <section className="xh-section">
      <header>
        <h2>{props.title}</h2>
        {props.extra}
      </header>
      <div className={props.flush ? undefined : 'xh-section-body'}>{props.children}</div>
    </section>
  );
}
