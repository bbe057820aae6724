import { Field, Float, Int, ObjectType } from 'type-graphql';

/** How much is stored. */
@ObjectType('StorageUsage', { description: 'How much the product stores.' })
export class StorageUsageType {
  @Field(() => Int, { description: 'Uploaded files.' })
  files!: number;

  @Field(() => Float, { description: 'Their size in bytes.' })
  fileBytes!: number;

  @Field(() => Float, { description: 'Size of the database in bytes.' })
  databaseBytes!: number;
}
