import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  CommentOutlined,
  EditOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { EnumTable } from '@xinghuo/shared/kernel/label';
import type { ComponentType, ReactNode } from 'react';
import { useLabel } from '../core/language.ts';

/** The one map of state to colour: grey, blue, amber, green, red, purple, in this order. */
export type Tone = 'draft' | 'active' | 'waiting' | 'done' | 'refused' | 'deliberation';

/** Which tone each state of a type has; a domain writes one such table per stateful type. */
export type Tones<State extends string> = Readonly<Record<State, Tone>>;

const ICONS: Readonly<Record<Tone, ComponentType>> = {
  draft: EditOutlined,
  active: SyncOutlined,
  waiting: ClockCircleOutlined,
  done: CheckCircleOutlined,
  refused: CloseCircleOutlined,
  deliberation: CommentOutlined,
};

/** A state by its tone and words: never by colour alone. */
export function ToneTag({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  const Icon = ICONS[tone];
  return (
    <span className={`xh-tag xh-tag-${tone}`}>
      <Icon aria-hidden /> {children}
    </span>
  );
}

/** A state of a type: words from the enumeration of `shared`, tone from the domain's table. */
export function StateTag<State extends string>(props: {
  of: EnumTable<State>;
  tones: Tones<State>;
  value: State;
}): ReactNode {
  const label = useLabel();
  return <ToneTag tone={props.tones[props.value]}>{label(props.of[props.value])}</ToneTag>;
}
