import { ArgsType, Field, Int } from 'type-graphql';

/** The Relay paging arguments every list takes. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'Rows from the start or behind `after`: 1 to 200, 50 by default.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins behind it.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Rows from the end or ahead of `before`: 1 to 200.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page ends ahead of it.' })
  before?: string | null;
}
