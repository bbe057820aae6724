import { type ReactNode, useId } from 'react';
import { problemText } from '#client/ui/core/problem-text.ts';

/** A field outside a form: its label above, what is wrong or a hint below. */
export function Labelled(props: {
  label: string;
  hint?: string;
  problem?: { readonly code: string; readonly params?: unknown } | undefined;
  wide?: boolean;
  children: (id: string) => ReactNode;
}): ReactNode {
  const id = useId();
  const { problem } = props;
  return (
    <div className={props.wide ? 'xc-labelled xc-wide' : 'xc-labelled'}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
      {problem ? (
        <p className="xc-wrong">{problemText(problem.code, problem.params)}</p>
      ) : props.hint ? (
        <p className="xh-hint">{props.hint}</p>
      ) : null}
    </div>
  );
}
