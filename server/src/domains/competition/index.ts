import { COMPETITION_PERMISSIONS } from '@xinghuo/shared/competition/permissions';
import type { Domain } from '../../platform/domain.ts';
import { Attachment } from './attachment.entity.ts';
import { AwardRule } from './award-rule.entity.ts';
import { Category } from './category.entity.ts';
import { Competition, CompetitionHost } from './competition.entity.ts';
import { DeadlineExtension } from './deadline-extension.entity.ts';
import { Entry, EntryRevision, ScreeningNote } from './entry.entity.ts';
import { Criterion, Round } from './round.entity.ts';

export { Attachment } from './attachment.entity.ts';
export { AwardRule } from './award-rule.entity.ts';
export { Category } from './category.entity.ts';
export { Competition, CompetitionHost } from './competition.entity.ts';
export { DeadlineExtension } from './deadline-extension.entity.ts';
export { Entry, EntryRevision, type RevisionContent, ScreeningNote } from './entry.entity.ts';
export { Criterion, Round } from './round.entity.ts';

/** Editions, categories, rounds, rubrics, awards, entries and their screening. */
export const competition: Domain = {
  name: 'competition',
  permissions: COMPETITION_PERMISSIONS,
  entities: [
    Competition,
    CompetitionHost,
    Category,
    Round,
    Criterion,
    AwardRule,
    Entry,
    EntryRevision,
    ScreeningNote,
    Attachment,
    DeadlineExtension,
  ],
  resolvers: [],
};
