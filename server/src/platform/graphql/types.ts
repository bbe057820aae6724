import { PROBLEM_CODES } from '@xinghuo/shared/problem-codes';
import { type ClassType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Json } from './scalars.ts';

const ProblemCodes = Object.fromEntries(Object.keys(PROBLEM_CODES).map((code) => [code, code]));
registerEnumType(ProblemCodes, {
  name: 'ProblemCode',
  description:
    'Every expected refusal. A code keeps its meaning for ever; a client shows its own sentence for it.',
  valuesConfig: Object.fromEntries(
    Object.entries(PROBLEM_CODES).map(([code, description]) => [code, { description }]),
  ),
});

/** The contract's shape of a refusal. */
@ObjectType('Problem', { description: 'An expected refusal: when a payload has one, nothing was written.' })
export class ProblemType {
  @Field(() => ProblemCodes as unknown as StringConstructor, {
    description: 'What is wrong, as a stable code.',
  })
  code!: string;

  @Field(() => [String], {
    description: 'The input field that caused it, outermost first; empty when it is the whole request.',
  })
  path!: readonly string[];

  @Field(() => Json, { description: 'Values for the sentence shown to a person.' })
  params!: Record<string, unknown>;
}

/** One step out of the present state. */
@ObjectType('AvailableTransition', {
  description: 'A step the viewer may try from the present state, and why it is refused if it is.',
})
export class AvailableTransitionType {
  @Field(() => String, { description: 'The name of the step, to be sent back to the transition mutation.' })
  event!: string;

  @Field(() => String, { description: 'The state it leads to.' })
  to!: string;

  @Field(() => Boolean, { description: 'Whether it is possible now.' })
  allowed!: boolean;

  @Field(() => [ProblemType], { description: 'Why not; empty when it is allowed.' })
  problems!: readonly ProblemType[];
}

/** Relay page facts. */
@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Rows follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Rows precede.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row, for `before`.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row, for `after`.' })
  endCursor!: string | null;
}

/** The Relay connection of a node type. */
export function connectionOf(node: ClassType<object>, name: string): ClassType<object> {
  @ObjectType(`${name}Edge`, { description: `A row of a list of ${name} with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'The place of this row, for `after` and `before`.' })
    cursor!: string;

    @Field(() => node, { description: 'The row.' })
    node!: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: readonly Edge[];

    @Field(() => [node], { description: 'The rows alone.' })
    nodes!: readonly object[];

    @Field(() => PageInfoType, { description: 'Where this page stands.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, {
      nullable: true,
      description: 'Rows in the whole list, exact up to 10,000; 10,000 then means that many or more.',
    })
    totalCount!: number | null;
  }
  return Connection;
}

const Directions = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(Directions, { name: 'SortDirection', description: 'Ascending or descending.' });

/** The sort input of a list: a field of its whitelist and a direction. */
export function sortOf<S extends string>(
  name: string,
  fields: Readonly<Record<S, unknown>>,
): ClassType<{ field: S; direction: 'ASC' | 'DESC' }> {
  const values = Object.fromEntries(Object.keys(fields).map((field) => [field, field]));
  registerEnumType(values, {
    name: `${name}SortField`,
    description: `What a list of ${name} can be sorted by.`,
  });
  @InputType(`${name}Sort`, {
    description: `One order of a list of ${name}; several apply one after the other.`,
  })
  class Sort {
    @Field(() => values as unknown as StringConstructor, { description: 'The field.' })
    field!: S;

    @Field(() => Directions as unknown as StringConstructor, { description: 'The direction.' })
    direction!: 'ASC' | 'DESC';
  }
  return Sort;
}

/** A filter on an id. */
@InputType('IdFilter', { description: 'Matches an id.' })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: 'Exactly this one.' })
  eq?: string | null;
  @Field(() => [ID], { nullable: true, description: 'One of these.' })
  in?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True: none is set; false: one is set.' })
  isNull?: boolean | null;
}

/** A filter on a text. */
@InputType('TextFilter', { description: 'Matches a text exactly.' })
export class TextFilter {
  @Field(() => String, { nullable: true, description: 'Exactly this one.' })
  eq?: string | null;
  @Field(() => [String], { nullable: true, description: 'One of these.' })
  in?: string[] | null;
}

/** A filter on a whole number. */
@InputType('IntFilter', { description: 'Matches a whole number or a range of them.' })
export class IntFilter {
  @Field(() => Int, { nullable: true, description: 'Exactly this one.' })
  eq?: number | null;
  @Field(() => Int, { nullable: true, description: 'This or more.' })
  gte?: number | null;
  @Field(() => Int, { nullable: true, description: 'This or less.' })
  lte?: number | null;
}

/** A filter on an instant. */
@InputType('DateTimeFilter', { description: 'Matches instants from `gte` up to but not including `lt`.' })
export class DateTimeFilter {
  @Field(() => DateTime, { nullable: true, description: 'From this instant on.' })
  gte?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' })
  lt?: Date | null;
}

/** A filter on yes or no. */
@InputType('BooleanFilter', { description: 'Matches yes or no.' })
export class BooleanFilter {
  @Field(() => Boolean, { nullable: true, description: 'Yes or no.' })
  eq?: boolean | null;
}

/** A filter on an enumeration. */
export function enumFilterOf<K extends string>(
  name: string,
  values: { readonly [P in K]: P },
): ClassType<{ eq?: K | null; in?: K[] | null }> {
  @InputType(`${name}Filter`, { description: `Matches a ${name}.` })
  class Filter {
    @Field(() => values as unknown as StringConstructor, { nullable: true, description: 'Exactly this one.' })
    eq?: K | null;
    @Field(() => [values as unknown as StringConstructor], { nullable: true, description: 'One of these.' })
    in?: K[] | null;
  }
  return Filter;
}
