import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { CONFLICT_SOURCES, JUDGE_STATES } from '@xinghuo/shared/judging/domain/judge';
import { OBJECTION_STATES } from '@xinghuo/shared/judging/domain/objection';
import { RESULT_FLAGS } from '@xinghuo/shared/judging/domain/result';
import { SHEET_STATES } from '@xinghuo/shared/judging/domain/score-sheet';
import { RULE_KINDS } from '@xinghuo/shared/judging/scoring/rules';
import { defineExport } from '../../platform/exports/index.ts';
import { conflictList, judgeList } from './judge.list.ts';
import { objectionList, resultList, resultRowList } from './result.list.ts';
import { assignmentList, scoreSheetList } from './score-sheet.list.ts';

defineExport({
  list: 'judges',
  name: { zh: '评委', en: 'Judges' },
  of: judgeList,
  columns: [
    { key: 'code', zh: '评委代号', en: 'Code', type: 'text', value: 'code' },
    { key: 'competition', zh: '届次', en: 'Edition', type: 'number', value: 'competition.year' },
    { key: 'name', zh: '姓名', en: 'Name', type: 'text', value: 'name' },
    { key: 'nameEn', zh: '英文姓名', en: 'Name in English', type: 'text', value: 'nameEn' },
    { key: 'email', zh: '邮箱', en: 'E-mail', type: 'text', value: 'email', width: 28 },
    {
      key: 'organisation',
      zh: '工作单位',
      en: 'Organisation',
      type: 'text',
      value: 'organisation',
      width: 28,
    },
    { key: 'title', zh: '职务职称', en: 'Title', type: 'text', value: 'title' },
    { key: 'unit', zh: '所属成员单位', en: 'Unit', type: 'text', value: 'unit.name', width: 28 },
    {
      key: 'expertise',
      zh: '熟悉类别',
      en: 'Expertise',
      type: 'words',
      table: CATEGORIES,
      value: 'expertise',
      width: 28,
    },
    { key: 'capacity', zh: '每轮最多评审数', en: 'Capacity', type: 'number', value: 'capacity' },
    {
      key: 'availableDays',
      zh: '可到日期',
      en: 'Available days',
      type: 'list',
      value: 'availableDays',
      width: 28,
    },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: JUDGE_STATES, value: 'state' },
    { key: 'assigned', zh: '已分配', en: 'Assigned', type: 'number', value: 'assignedCount' },
    { key: 'submitted', zh: '已提交', en: 'Submitted', type: 'number', value: 'submittedCount' },
  ],
});

defineExport({
  list: 'conflicts',
  name: { zh: '回避关系', en: 'Conflicts' },
  of: conflictList,
  columns: [
    { key: 'judgeCode', zh: '评委代号', en: 'Code', type: 'text', value: 'judge.code' },
    { key: 'judge', zh: '评委', en: 'Judge', type: 'text', value: 'judge.name' },
    { key: 'entry', zh: '项目', en: 'Entry', type: 'text', value: 'entryTitle', width: 40 },
    { key: 'source', zh: '来源', en: 'Source', type: 'words', table: CONFLICT_SOURCES, value: 'source' },
    { key: 'reason', zh: '原因', en: 'Reason', type: 'text', value: 'reason', width: 40 },
    { key: 'createdAt', zh: '登记时间', en: 'Recorded', type: 'instant', value: 'createdAt' },
    { key: 'withdrawn', zh: '已撤销', en: 'Withdrawn', type: 'yesNo', value: 'withdrawn' },
    {
      key: 'withdrawnReason',
      zh: '撤销原因',
      en: 'Why withdrawn',
      type: 'text',
      value: 'withdrawnReason',
      width: 30,
    },
  ],
});

defineExport({
  list: 'assignments',
  name: { zh: '评审分配', en: 'Assignments' },
  of: assignmentList,
  columns: [
    { key: 'round', zh: '轮次', en: 'Round', type: 'text', value: 'round.title' },
    { key: 'number', zh: '项目编号', en: 'Entry number', type: 'text', value: 'entry.number', width: 16 },
    { key: 'entry', zh: '项目名称', en: 'Entry', type: 'text', value: 'entry.title', width: 36 },
    { key: 'category', zh: '类别', en: 'Category', type: 'text', value: 'entry.category.title' },
    { key: 'judgeCode', zh: '评委代号', en: 'Code', type: 'text', value: 'judge.code' },
    { key: 'judge', zh: '评委', en: 'Judge', type: 'text', value: 'judge.name' },
    { key: 'pinned', zh: '固定', en: 'Pinned', type: 'yesNo', value: 'pinned' },
    { key: 'live', zh: '有效', en: 'In force', type: 'yesNo', value: 'live' },
    { key: 'state', zh: '评分表状态', en: 'Sheet', type: 'words', table: SHEET_STATES, value: 'sheet.state' },
  ],
});

defineExport({
  list: 'scoreSheets',
  name: { zh: '评分表', en: 'Score sheets' },
  of: scoreSheetList,
  columns: [
    { key: 'round', zh: '轮次', en: 'Round', type: 'text', value: 'round.title' },
    { key: 'number', zh: '项目编号', en: 'Entry number', type: 'text', value: 'entry.number', width: 16 },
    { key: 'entry', zh: '项目名称', en: 'Entry', type: 'text', value: 'entry.title', width: 36 },
    { key: 'category', zh: '类别', en: 'Category', type: 'text', value: 'entry.category.title' },
    { key: 'judgeCode', zh: '评委代号', en: 'Code', type: 'text', value: 'judgeCode' },
    { key: 'judge', zh: '评委', en: 'Judge', type: 'text', value: 'judge.name' },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: SHEET_STATES, value: 'state' },
    { key: 'total', zh: '总分', en: 'Total', type: 'number', places: 4, value: 'total' },
    { key: 'remark', zh: '总评', en: 'Remark', type: 'text', value: 'remark', width: 50 },
    { key: 'position', zh: '抽定次序', en: 'Drawn order', type: 'number', value: 'position' },
    { key: 'order', zh: '实际评审次序', en: 'order', type: 'number', value: 'openedOrder' },
    { key: 'submittedAt', zh: '提交时间', en: 'Submitted', type: 'instant', value: 'submittedAt' },
  ],
});

defineExport({
  list: 'results',
  name: { zh: '计分结果', en: 'Results' },
  of: resultList,
  columns: [
    { key: 'competition', zh: '届次', en: 'Edition', type: 'number', value: 'competition.year' },
    { key: 'round', zh: '轮次', en: 'Round', type: 'text', value: 'round.title' },
    { key: 'rule', zh: '规则', en: 'Rule', type: 'words', table: RULE_KINDS, value: 'ruleKind' },
    { key: 'official', zh: '正式', en: 'Official', type: 'yesNo', value: 'official' },
    { key: 'computedAt', zh: '计算时间', en: 'Computed', type: 'instant', value: 'computedAt' },
    {
      key: 'inputsDigest',
      zh: '输入摘要',
      en: 'Digest of inputs',
      type: 'text',
      value: 'inputsDigest',
      width: 66,
    },
    {
      key: 'resultDigest',
      zh: '结果摘要',
      en: 'Digest of result',
      type: 'text',
      value: 'resultDigest',
      width: 66,
    },
  ],
});

defineExport({
  list: 'resultRows',
  name: { zh: '排名', en: 'Ranking' },
  of: resultRowList,
  columns: [
    { key: 'category', zh: '类别', en: 'Category', type: 'text', value: 'category.title' },
    { key: 'rank', zh: '类别名次', en: 'Place in category', type: 'number', value: 'categoryRank' },
    { key: 'number', zh: '项目编号', en: 'Entry number', type: 'text', value: 'entry.number', width: 16 },
    { key: 'entry', zh: '项目名称', en: 'Entry', type: 'text', value: 'entry.title', width: 36 },
    { key: 'team', zh: '参赛队伍', en: 'Team', type: 'text', value: 'entry.team.name', width: 28 },
    { key: 'total', zh: '总分', en: 'Total', type: 'number', value: 'total' },
    { key: 'overallRank', zh: '总名次', en: 'Overall place', type: 'number', value: 'overallRank' },
    {
      key: 'computedAward',
      zh: '按名次奖项',
      en: 'Award by rank',
      type: 'text',
      value: 'computedAward.title',
    },
    { key: 'award', zh: '奖项', en: 'Award', type: 'text', value: 'award.title' },
    { key: 'spread', zh: '评委分差', en: 'Spread', type: 'number', value: 'spread' },
    { key: 'flags', zh: '提示', en: 'Flags', type: 'words', table: RESULT_FLAGS, value: 'flags', width: 24 },
    {
      key: 'reason',
      zh: '合议理由',
      en: 'Reason of deliberation',
      type: 'text',
      value: 'deliberation.reason',
      width: 40,
    },
  ],
});

defineExport({
  list: 'objections',
  name: { zh: '异议', en: 'Objections' },
  of: objectionList,
  columns: [
    { key: 'number', zh: '项目编号', en: 'Entry number', type: 'text', value: 'entry.number', width: 16 },
    { key: 'entry', zh: '项目名称', en: 'Entry', type: 'text', value: 'entry.title', width: 36 },
    { key: 'author', zh: '提出人', en: 'Author', type: 'text', value: 'author' },
    { key: 'contact', zh: '联系方式', en: 'Contact', type: 'text', value: 'contact' },
    { key: 'text', zh: '异议内容', en: 'Objection', type: 'text', value: 'text', width: 50 },
    { key: 'createdAt', zh: '受理时间', en: 'Received', type: 'instant', value: 'createdAt' },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: OBJECTION_STATES, value: 'state' },
    { key: 'decision', zh: '处理意见', en: 'Decision', type: 'text', value: 'decision', width: 50 },
    { key: 'decidedAt', zh: '处理时间', en: 'Decided', type: 'instant', value: 'decidedAt' },
  ],
});
