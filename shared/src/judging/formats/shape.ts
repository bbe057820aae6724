import { problem } from '../../kernel/problem.ts';
import { JudgingInputError } from '../problems.ts';

/** Plain data of unknown shape, read with a complaint that names the path. Throws `JudgingInputError` SHAPE_DIFFERS. */
export class Shape {
  readonly value: unknown;
  readonly path: readonly string[];

  constructor(value: unknown, path: readonly string[] = []) {
    this.value = value;
    this.path = path;
  }

  fail(expected: string): never {
    throw new JudgingInputError([problem('SHAPE_DIFFERS', this.path, { expected })]);
  }

  get(key: string): Shape {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.fail('an object');
    return new Shape(Object.entries(value).find(([k]) => k === key)?.[1], [...this.path, key]);
  }

  keys(): string[] {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.fail('an object');
    return Object.keys(value);
  }

  get absent(): boolean {
    return this.value === undefined || this.value === null;
  }

  list(): Shape[] {
    const { value } = this;
    if (!Array.isArray(value)) return this.fail('an array');
    return value.map((v: unknown, i) => new Shape(v, [...this.path, String(i)]));
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fail('text');
  }

  number(): number {
    return typeof this.value === 'number' ? this.value : this.fail('a number');
  }

  flag(): boolean {
    return typeof this.value === 'boolean' ? this.value : this.fail('true or false');
  }

  oneOf<T extends string>(values: readonly T[]): T {
    return values.find((v) => v === this.value) ?? this.fail(values.join(' or '));
  }
}
