import { randomInt } from 'node:crypto';
import { drawPublicCodes } from '@xinghuo/shared/judging/publication/codes';
import type { Publication, PublicationNames } from '@xinghuo/shared/judging/publication/publication';
import type { CompetitionInput } from '@xinghuo/shared/judging/scoring/types';
import { runPublish } from './run-engine.ts';

/**
 * What is published of an official input. The codes are drawn from the system's own randomness at every computation: who
 * is behind one stands in the database alone.
 */
export function publish(input: CompetitionInput, names: PublicationNames): Promise<Publication> {
  return runPublish({ input, names, codes: drawPublicCodes(input, (below) => randomInt(below)) });
}
