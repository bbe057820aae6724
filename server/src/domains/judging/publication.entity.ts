import { defineEntity, p } from '@mikro-orm/core';
import type { CriterionMean } from '@xinghuo/shared/judging/publication/entry-feedback';
import { id } from '../../platform/entity/base.ts';
import { Entry } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { ScoreSheet } from './assignment.entity.ts';
import { Result } from './result.entity.ts';

const ResultPublicationSchema = defineEntity({
  name: 'ResultPublication',
  tableName: 'result_publication',
  properties: {
    ...id,
    result: () => p.oneToOne(Result).ref().owner().deleteRule('cascade'),
    /** SHA-256 of the bundle: what is printed beside the result. */
    digest: p.text(),
    /** The file as it is handed out. */
    bundle: p.text().hidden().lazy(),
    /** Counts and shares that everybody may know. */
    statistics: p.json<object>().hidden(),
    /** Means of criteria by category, for the picture an entrant sees. */
    groups: p.json<readonly object[]>().hidden().lazy(),
    /** Codes of the judges in the bundle by their codes in the office: never leaves the office. */
    judgeCodes: p.json<Readonly<Record<string, string>>>().hidden(),
  },
});

/** What is published with an official result of an edition: the bundle, the statistics, the feedback. */
export class ResultPublication extends ResultPublicationSchema.class {}
ResultPublicationSchema.setClass(ResultPublication);

const PublishedEntrySchema = defineEntity({
  name: 'PublishedEntry',
  tableName: 'published_entry',
  properties: {
    ...id,
    publication: () => p.manyToOne(ResultPublication).ref().deleteRule('cascade'),
    entry: () => p.manyToOne(Entry).ref().index(),
    /** Its code in the bundle. */
    code: p.text(),
    /** Its means by round and criterion. */
    means: p.json<readonly CriterionMean[]>().hidden(),
  },
  uniques: [{ properties: ['publication', 'entry'] }, { properties: ['publication', 'code'] }],
});

/** An entry in what is published: its code, and the feedback its own team gets. */
export class PublishedEntry extends PublishedEntrySchema.class {}
PublishedEntrySchema.setClass(PublishedEntry);

const WithheldRemarkSchema = defineEntity({
  name: 'WithheldRemark',
  tableName: 'withheld_remark',
  properties: {
    ...id,
    sheet: () => p.oneToOne(ScoreSheet).ref().owner().deleteRule('cascade'),
    reason: p.text(),
    by: () => p.manyToOne(Account).ref().nullable().fieldName('by_account_id').index(),
    at: p.datetime(),
  },
  checks: [{ name: 'withheld_remark_reason', expression: `btrim(reason) <> ''` }],
});

/** The office keeps a judge's remark from the entrant. Beside the sheet, so that the sheet itself does not change. */
export class WithheldRemark extends WithheldRemarkSchema.class {}
WithheldRemarkSchema.setClass(WithheldRemark);
