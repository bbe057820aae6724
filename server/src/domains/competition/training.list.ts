import { TRAINING_STATES, type TrainingState } from '@xinghuo/shared/competition/training';
import { Field, InputType } from 'type-graphql';
import { defineExport } from '../../platform/exports/index.ts';
import {
  connectionOf,
  DateTimeFilter,
  enumFilterOf,
  IdFilter,
  sortOf,
} from '../../platform/graphql/types.ts';
import { defineList, type SortField } from '../../platform/read/define-list.ts';
import { equals, range, search } from '../../platform/read/filters.ts';
import { trainingSessionRead } from './training.read.ts';
import { TrainingSessionType, TrainingStateEnum } from './training.types.ts';

const TrainingStateFilter = enumFilterOf('TrainingState', TrainingStateEnum);

/** How sessions may be narrowed. */
@InputType('TrainingSessionFilter', {
  description: 'Narrows a list of training sessions; all that is given must be met.',
})
export class TrainingSessionFilter {
  @Field(() => String, { nullable: true, description: 'Words that must occur in title, place or lecturer.' })
  search?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'The edition.' })
  competition?: { eq?: string | null; in?: string[] | null; isNull?: boolean | null } | null;

  @Field(() => TrainingStateFilter, { nullable: true, description: 'Whether it takes place.' })
  state?: { eq?: TrainingState | null; in?: TrainingState[] | null } | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Begins.' })
  startsAt?: { gte?: Date | null; lt?: Date | null } | null;
}

const sort = {
  STARTS_AT: { by: (row) => row.col('startsAt'), type: 'timestamptz' },
  TITLE: { by: (row) => row.col('title'), type: 'text' },
} as const satisfies Readonly<Record<string, SortField>>;
export type TrainingSessionSortField = keyof typeof sort;

export const TrainingSessionSort = sortOf('TrainingSession', sort);
export const TrainingSessionConnection = connectionOf(TrainingSessionType, 'TrainingSession');

/** The list of sessions. */
export const trainingSessionList = defineList<TrainingSessionFilter, TrainingSessionSortField>({
  read: trainingSessionRead,
  filter: {
    search: search('title', 'titleEn', 'place', 'lecturer'),
    competition: equals('competition'),
    state: equals('state'),
    startsAt: range('startsAt'),
  },
  sort,
  defaultSort: [{ field: 'STARTS_AT', direction: 'ASC' }],
});

defineExport({
  list: 'trainingSessions',
  name: { zh: '培训场次', en: 'Training sessions' },
  of: trainingSessionList,
  columns: [
    { key: 'title', zh: '培训主题', en: 'Title', type: 'text', value: 'title', width: 36 },
    { key: 'competition', zh: '大赛', en: 'Edition', type: 'text', value: 'competition.title', width: 36 },
    { key: 'startsAt', zh: '开始时间', en: 'Begins', type: 'instant', value: 'startsAt' },
    { key: 'endsAt', zh: '结束时间', en: 'Ends', type: 'instant', value: 'endsAt' },
    { key: 'place', zh: '地点', en: 'Place', type: 'text', value: 'place', width: 28 },
    { key: 'lecturer', zh: '主讲人', en: 'Lecturer', type: 'text', value: 'lecturer' },
    { key: 'capacity', zh: '名额', en: 'Capacity', type: 'number', value: 'capacity' },
    { key: 'registeredCount', zh: '已报名人数', en: 'Registered', type: 'number', value: 'registeredCount' },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: TRAINING_STATES, value: 'state' },
  ],
});
