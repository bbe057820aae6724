import { defineEntity, p } from '@mikro-orm/core';
import { id } from '../../platform/entity/base.ts';
import { Account } from '../identity/index.ts';
import { Competition } from './competition.entity.ts';
import { Entry } from './entry.entity.ts';
import { Round } from './round.entity.ts';

const DeadlineExtensionSchema = defineEntity({
  name: 'DeadlineExtension',
  tableName: 'deadline_extension',
  properties: {
    ...id,
    competition: () => p.manyToOne(Competition).ref().index(),
    /** For this entry only. */
    entry: () => p.manyToOne(Entry).ref().nullable().index(),
    /** Of this round's scoring, not of the entries. */
    round: () => p.manyToOne(Round).ref().nullable().index(),
    /** For this judge only; a key of the judging domain. */
    judgeId: p.uuid().nullable().index(),
    until: p.datetime(),
    reason: p.text(),
    createdBy: () => p.manyToOne(Account).ref().nullable().index(),
    createdAt: p.datetime(),
  },
  checks: [
    {
      name: 'deadline_extension_target',
      expression: '(entry_id is null or round_id is null) and (judge_id is null or round_id is not null)',
    },
  ],
});

/** A deadline moved back for everybody, for one entry, for a round or for one judge; kept for good. */
export class DeadlineExtension extends DeadlineExtensionSchema.class {}
DeadlineExtensionSchema.setClass(DeadlineExtension);
