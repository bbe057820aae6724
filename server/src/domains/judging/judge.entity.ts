import { defineEntity, p } from '@mikro-orm/core';
import {
  CONFLICT_SOURCES,
  type ConflictSource,
  JUDGE_STATES,
  type JudgeState,
} from '@xinghuo/shared/judging/domain/judge';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { editable, id } from '../../platform/entity/base.ts';
import { Category, Competition, Entry, Round } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { Unit } from '../units/index.ts';

const JudgeSchema = defineEntity({
  name: 'Judge',
  tableName: 'judge',
  properties: {
    ...editable,
    competition: () => p.manyToOne(Competition).ref(),
    /** Set with the invitation; what the judge sees hangs on it. */
    account: () => p.manyToOne(Account).ref().nullable().index(),
    /** Counted within the edition: others than coordinators see the judge as `J07`. */
    number: p.integer(),
    /** In lower case; the natural key within the edition. */
    email: p.text().hidden(),
    name: p.text(),
    nameEn: p.text().nullable(),
    organisation: p.text().nullable(),
    title: p.text().nullable(),
    /** Entries of its teams are a conflict. */
    unit: () => p.manyToOne(Unit).ref().nullable().index(),
    /** Keyed digest of the telephone number, which itself is not kept: entries with the same number are a conflict. */
    phoneHash: p.text().nullable().hidden(),
    /** Codes of the categories the judge knows. */
    expertise: p.array().columnType('text[]'),
    /** The most entries in a round. */
    capacity: p.integer(),
    /** Days, `YYYY-MM-DD`, on which the judge can be there; none: every day. */
    availableDays: p.array().columnType('text[]').defaultRaw("'{}'"),
    state: p.enum(valuesOf(JUDGE_STATES)).$type<JudgeState>().default('INVITED'),
    invitedAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['competition', 'email'] }, { properties: ['competition', 'number'] }],
  checks: [{ name: 'judge_capacity', expression: 'capacity between 0 and 1000' }],
});

/** A person who judges in one edition. */
export class Judge extends JudgeSchema.class {}
JudgeSchema.setClass(Judge);

const JudgeFormerUnitSchema = defineEntity({
  name: 'JudgeFormerUnit',
  tableName: 'judge_former_unit',
  properties: {
    ...id,
    judge: () => p.manyToOne(Judge).ref().deleteRule('cascade'),
    unit: () => p.manyToOne(Unit).ref().index(),
  },
  uniques: [{ properties: ['judge', 'unit'] }],
});

/** A unit the judge worked for earlier: entries of its teams are a conflict. */
export class JudgeFormerUnit extends JudgeFormerUnitSchema.class {}
JudgeFormerUnitSchema.setClass(JudgeFormerUnit);

const JudgeReminderSchema = defineEntity({
  name: 'JudgeReminder',
  tableName: 'judge_reminder',
  properties: {
    ...id,
    judge: () => p.manyToOne(Judge).ref().deleteRule('cascade'),
    round: () => p.manyToOne(Round).ref().deleteRule('cascade').index(),
    /** The deadline it was about: an extension makes another one, and another reminder. */
    deadline: p.datetime(),
  },
  uniques: [{ properties: ['judge', 'round', 'deadline'] }],
});

/** A judge was reminded of sheets before a round's deadline. */
export class JudgeReminder extends JudgeReminderSchema.class {}
JudgeReminderSchema.setClass(JudgeReminder);

const JudgePanelSchema = defineEntity({
  name: 'JudgePanel',
  tableName: 'judge_panel',
  properties: {
    ...editable,
    round: () => p.manyToOne(Round).ref(),
    category: () => p.manyToOne(Category).ref().index(),
    title: p.text().nullable(),
  },
  uniques: [{ properties: ['round', 'category'] }],
});

/** The judges that the entries of a category are given to in a round; without one, all judges of the edition. */
export class JudgePanel extends JudgePanelSchema.class {}
JudgePanelSchema.setClass(JudgePanel);

const PanelMemberSchema = defineEntity({
  name: 'PanelMember',
  tableName: 'panel_member',
  properties: {
    ...id,
    panel: () => p.manyToOne(JudgePanel).ref().deleteRule('cascade'),
    judge: () => p.manyToOne(Judge).ref().index(),
  },
  uniques: [{ properties: ['panel', 'judge'] }],
});

/** A judge on a panel. */
export class PanelMember extends PanelMemberSchema.class {}
PanelMemberSchema.setClass(PanelMember);

const ConflictSchema = defineEntity({
  name: 'Conflict',
  tableName: 'conflict',
  properties: {
    ...id,
    judge: () => p.manyToOne(Judge).ref(),
    entry: () => p.manyToOne(Entry).ref().index(),
    source: p.enum(valuesOf(CONFLICT_SOURCES)).$type<ConflictSource>(),
    reason: p.text(),
    createdBy: () => p.manyToOne(Account).ref().nullable().index(),
    createdAt: p.datetime(),
    /** Set when a coordinator found that it does not hold; the row stays as a record. */
    withdrawnAt: p.datetime().nullable(),
    withdrawnReason: p.text().nullable(),
  },
  indexes: [{ properties: ['judge', 'entry'] }],
  uniques: [
    {
      name: 'conflict_once',
      expression:
        'create unique index conflict_once on conflict (judge_id, entry_id) where withdrawn_at is null',
    },
  ],
});

/** A judge must not judge this entry. */
export class Conflict extends ConflictSchema.class {}
ConflictSchema.setClass(Conflict);
