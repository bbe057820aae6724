import { REGION_LEVELS, type RegionLevel } from '@xinghuo/shared/places/region';
import { Field, ID, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';

export const RegionLevelEnum = graphqlEnum('RegionLevel', 'The level of a region.', REGION_LEVELS);

/** A place of the administrative division. */
@ObjectType('Region', {
  description: 'A city, county, township or community, with its national statistical code.',
})
export class RegionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    description:
      'The national statistical code: 4, 6, 9 or 12 digits, beginning with the code of the region above.',
  })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English, where there is an accepted one.' })
  nameEn!: string | null;

  @Field(() => RegionLevelEnum, { description: 'Level.' })
  level!: RegionLevel;

  @Field(() => RegionType, { nullable: true, description: 'The region above; null for the city.' })
  parent!: RegionType | null;

  @Field(() => String, { description: 'The names from the county down, written together.' })
  fullName!: string;
}
