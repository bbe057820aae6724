import type { WayOut } from '@xinghuo/shared/judging/assignment/types';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function wayOut(value: unknown): WayOut | null {
  if (!isFields(value)) return null;
  const { kind, judges, capacity, category, from, to } = value;
  if (kind === 'MORE_JUDGES' && isNumber(judges) && isNumber(capacity))
    return { kind, judges, capacity, category: typeof category === 'string' ? category : null };
  if (kind === 'MORE_CAPACITY' && isTexts(judges) && isNumber(from) && isNumber(to))
    return { kind, judges, from, to };
  if (kind === 'FEWER_JUDGES' && isNumber(from) && isNumber(to)) return { kind, from, to };
  return null;
}

/** The ways out that a plan names for an entry, in their order; what is not understood is left out. */
export function waysOutOf(json: unknown): readonly WayOut[] {
  return Array.isArray(json) ? json.map(wayOut).filter((one) => one !== null) : [];
}
