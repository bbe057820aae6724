import { enumTable } from '../kernel/label.ts';
import { transitionTable } from '../kernel/transition.ts';

/** Where an entry stands. */
export const ENTRY_STATES = enumTable({
  DRAFT: { zh: '草稿', en: 'Draft' },
  SUBMITTED: { zh: '待初审', en: 'Submitted', note: 'Waits for screening.' },
  RETURNED: {
    zh: '退回修改',
    en: 'Returned for changes',
    note: 'The team changes and submits again before its own deadline.',
  },
  ELIGIBLE: { zh: '初审通过', en: 'Eligible' },
  INELIGIBLE: { zh: '初审不通过', en: 'Not eligible' },
  IN_REVIEW: { zh: '评审中', en: 'In review' },
  ADVANCED: { zh: '已晋级', en: 'Advanced' },
  ELIMINATED: { zh: '未晋级', en: 'Eliminated' },
  AWARDED: { zh: '获奖', en: 'Awarded' },
  NOT_AWARDED: { zh: '未获奖', en: 'Without award' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
  DISQUALIFIED: { zh: '取消资格', en: 'Disqualified' },
});
export type EntryState = keyof typeof ENTRY_STATES;

/** States in which a team may change its entry. */
export const EDITABLE_ENTRY_STATES = ['DRAFT', 'RETURNED'] as const satisfies readonly EntryState[];

/**
 * The life of an entry. `submit` and `withdraw` belong to the team; `accept`, `return`, `reject` and `disqualify` to
 * the office; the rest follow from steps of the edition (`enterReview`, `award`, `closeWithoutAward`) and of judging.
 */
export const ENTRY_LIFECYCLE = transitionTable({
  states: [
    'DRAFT',
    'SUBMITTED',
    'RETURNED',
    'ELIGIBLE',
    'INELIGIBLE',
    'IN_REVIEW',
    'ADVANCED',
    'ELIMINATED',
    'AWARDED',
    'NOT_AWARDED',
    'WITHDRAWN',
    'DISQUALIFIED',
  ],
  initial: 'DRAFT',
  events: {
    submit: { zh: '提交项目', en: 'Submit', from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', right: 'submit' },
    accept: { zh: '初审通过', en: 'Accept', from: ['SUBMITTED'], to: 'ELIGIBLE', right: 'screen' },
    return: {
      zh: '退回修改',
      en: 'Return for changes',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      right: 'screen',
    },
    reject: {
      zh: '初审不通过',
      en: 'Reject',
      from: ['SUBMITTED', 'RETURNED'],
      to: 'INELIGIBLE',
      right: 'screen',
      reason: true,
    },
    withdraw: {
      zh: '撤回参赛',
      en: 'Withdraw',
      from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'ELIGIBLE'],
      to: 'WITHDRAWN',
      right: 'withdraw',
      reason: true,
      final: true,
    },
    disqualify: {
      zh: '取消资格',
      en: 'Disqualify',
      from: [
        'SUBMITTED',
        'RETURNED',
        'ELIGIBLE',
        'IN_REVIEW',
        'ADVANCED',
        'ELIMINATED',
        'AWARDED',
        'NOT_AWARDED',
      ],
      to: 'DISQUALIFIED',
      right: 'screen',
      reason: true,
      final: true,
    },
    enterReview: {
      zh: '进入评审',
      en: 'Enter the review',
      from: ['ELIGIBLE', 'ADVANCED'],
      to: 'IN_REVIEW',
      right: 'advance',
    },
    advance: { zh: '晋级', en: 'Advance', from: ['IN_REVIEW'], to: 'ADVANCED', right: 'advance' },
    eliminate: { zh: '不晋级', en: 'Eliminate', from: ['IN_REVIEW'], to: 'ELIMINATED', right: 'advance' },
    award: {
      zh: '授奖',
      en: 'Award',
      from: ['IN_REVIEW', 'ADVANCED', 'ELIMINATED'],
      to: 'AWARDED',
      right: 'advance',
    },
    closeWithoutAward: {
      zh: '未获奖',
      en: 'Close without award',
      from: ['IN_REVIEW', 'ADVANCED', 'ELIMINATED'],
      to: 'NOT_AWARDED',
      right: 'advance',
    },
  },
});
export type EntryEvent = keyof typeof ENTRY_LIFECYCLE.events;

/** The steps a person takes on one entry; the others follow from steps of the edition and of judging. */
export const ENTRY_STEPS = [
  'submit',
  'accept',
  'return',
  'reject',
  'withdraw',
  'disqualify',
] as const satisfies readonly EntryEvent[];

/** What an attachment is for. */
export const ATTACHMENT_KINDS = enumTable({
  PLAN: { zh: '项目方案', en: 'Project plan', note: 'At least one is needed to submit.' },
  IMAGE: { zh: '图片', en: 'Picture' },
  SLIDES: { zh: '演示文稿', en: 'Slides' },
  OTHER: { zh: '其他材料', en: 'Other' },
});
export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

/** Limits on attachments: how many an entry has, how large each may be, and the kinds of file taken for each use. */
export const ATTACHMENT_LIMITS = { count: 10, bytes: 20_000_000, titleMax: 100 } as const;
export const ATTACHMENT_FILE_KINDS: Readonly<Record<AttachmentKind, readonly string[]>> = {
  PLAN: ['PDF', 'DOCX'],
  IMAGE: ['PNG', 'JPEG', 'WEBP'],
  SLIDES: ['PPTX', 'PDF'],
  OTHER: ['PDF', 'PNG', 'JPEG', 'WEBP', 'PPTX', 'DOCX'],
};

/** Whom a project serves; codes of the national volunteer information system. */
export const BENEFICIARIES = enumTable({
  CHILDREN: { zh: '儿童', en: 'Children', code: '01' },
  WOMEN: { zh: '妇女', en: 'Women', code: '02' },
  ELDERLY: { zh: '老年人', en: 'Elderly people', code: '03' },
  DISABLED: { zh: '残障人士', en: 'People with disabilities', code: '04' },
  ENTITLED: { zh: '优抚对象', en: 'Entitled groups', code: '05' },
  POOR_FAMILIES: { zh: '贫困家庭', en: 'Families in need', code: '06' },
  SPECIAL_GROUPS: { zh: '特殊群体', en: 'Special groups', code: '07' },
  PATIENTS: { zh: '病患者', en: 'Patients', code: '08' },
  RURAL: { zh: '农村居民', en: 'Rural residents', code: '09' },
  URBAN: { zh: '城镇居民', en: 'Urban residents', code: '10' },
  PUBLIC: { zh: '社会公众', en: 'The public', code: '11' },
  TAXPAYERS: { zh: '纳税人缴费人', en: 'Taxpayers', code: '13' },
  OTHER: { zh: '其他', en: 'Others', code: '99' },
});
export type Beneficiary = keyof typeof BENEFICIARIES;

/** One step of an entry's plan. */
export interface PlanStep {
  /** A month or a day: `2026-10` or `2026-10-08`. */
  readonly when: string;
  readonly what: string;
}

/** One line of an entry's budget; yuan, as exact decimal text with at most two places. */
export interface BudgetLine {
  readonly item: string;
  readonly amount: string;
}

/** Everything of an entry that the team writes. */
export interface EntryContent {
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly summaryEn: string;
  readonly need: string;
  readonly activities: string;
  readonly innovation: string;
  readonly replicability: string;
  readonly results: string;
  readonly plan: readonly PlanStep[];
  readonly budget: readonly BudgetLine[];
  readonly beneficiaries: readonly Beneficiary[];
  readonly contactName: string;
  readonly contactPhone: string;
}

/** The fields of an entry a screening note may point at; `attachments` and `general` besides the written ones. */
export const NOTE_FIELDS = [
  'title',
  'summary',
  'need',
  'activities',
  'innovation',
  'replicability',
  'results',
  'plan',
  'budget',
  'beneficiaries',
  'category',
  'applicantKind',
  'contactName',
  'contactPhone',
  'attachments',
  'general',
] as const;
export type NoteField = (typeof NOTE_FIELDS)[number];
