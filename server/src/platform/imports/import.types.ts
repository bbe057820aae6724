import { IMPORT_STATES, type ImportState } from '@xinghuo/shared/imports/imports';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../graphql/enums.ts';
import { DateTime } from '../graphql/scalars.ts';
import { ProblemType } from '../graphql/types.ts';

export const ImportStateEnum = graphqlEnum('ImportState', 'Where an import stands.', IMPORT_STATES);

/** A sheet that was imported. */
@ObjectType('ImportRun', { description: 'A sheet that was imported, whole, or is to be.' })
export class ImportRunType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    description: 'What was imported: `units`, `teams`, `judges`, `accounts`, `entries`.',
  })
  kind!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal.' })
  digest!: string;

  @Field(() => Int, { description: 'Rows of data.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows that made something new.' })
  created!: number;

  @Field(() => Int, { description: 'Rows that changed something.' })
  updated!: number;

  @Field(() => Int, { description: 'Rows that said what was known already.' })
  unchanged!: number;

  @Field(() => String, { description: 'Who imported it, by the name at the time.' })
  actor!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => ImportStateEnum, {
    description: 'Where it stands: a sheet of more than 1,000 rows is written in the background.',
  })
  state!: ImportState;

  @Field(() => [ProblemType], {
    description: 'Why nothing of it was written; `rows.<row>.<column>` names a cell. 50 at most.',
  })
  problems!: ProblemType[];
}

/** Confirming an import. */
@InputType('ImportConfirmInput', {
  description: 'The preview to import. Confirming twice answers with the same import.',
})
export class ImportConfirmInput {
  @Field(() => ID, { description: 'What the preview answered as `previewId`.' })
  previewId!: string;
}

/** What confirming answers. */
@ObjectType('ImportConfirmPayload', {
  description: 'The import; null when it was refused, and then nothing was written.',
})
export class ImportConfirmPayload {
  @Field(() => ImportRunType, { nullable: true, description: 'The import.' })
  importRun!: ImportRunType | null;

  @Field(() => [ProblemType], {
    description: 'Why it was refused; `rows.<row>.<column>` names a cell. 50 at most.',
  })
  problems!: ProblemType[];
}
