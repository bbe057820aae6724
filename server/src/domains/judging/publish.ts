import { randomInt } from 'node:crypto';
import { drawPublicCodes } from '@xinghuo/shared/judging/publication/codes';
import {
  type EntryStanding,
  type Publication,
  type PublicationNames,
  standingElsewhere,
} from '@xinghuo/shared/judging/publication/publication';
import type { CompetitionInput } from '@xinghuo/shared/judging/scoring/types';
import { runPublish } from './run-engine.ts';

/**
 * What is published of an official input. The codes are drawn from the system's own randomness at every computation: who
 * is behind one stands in the database alone. Throws when the coded result is not the official one.
 */
export async function publish(
  input: CompetitionInput,
  official: readonly EntryStanding[],
  names: PublicationNames,
): Promise<Publication> {
  const codes = drawPublicCodes(input, (below) => randomInt(below));
  const publication = await runPublish({ input, names, codes });
  const moved = standingElsewhere(official, publication.standings, codes.entries);
  if (moved.length > 0) throw new Error(`${moved.length} entries stand elsewhere in what is to be published`);
  return publication;
}
