import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/scalars.ts';

/** A file as screens show it. */
@ObjectType('File', { description: 'A file that was received whole.' })
export class FileType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Name for display and download.' })
  name!: string;

  @Field(() => String, { description: 'What the content is: PDF, PNG, JPEG, WEBP, PPTX, DOCX or XLSX.' })
  kind!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  size!: number;

  @Field(() => String, { description: 'SHA-256 of the content, hexadecimal.' })
  sha256!: string;

  @Field(() => String, {
    description: 'Where it can be read by whoever may: shown inline; with `?download=1` saved.',
  })
  url!: string;

  @Field(() => DateTime, { description: 'When it was received.' })
  createdAt!: Date;
}
