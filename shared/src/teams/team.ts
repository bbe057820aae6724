import { enumTable } from '../kernel/label.ts';
import { transitionTable } from '../kernel/transition.ts';

/** What a team is in law. */
export const TEAM_KINDS = enumTable({
  GROUP: { zh: '志愿服务团体', en: 'Volunteer group', code: '1' },
  REGISTERED: { zh: '志愿服务组织', en: 'Registered volunteer organisation', code: '2' },
  LEGAL_PERSON: { zh: '其他法人', en: 'Other legal person', code: '3' },
});
export type TeamKind = keyof typeof TEAM_KINDS;

/** The five kinds of applicant the project competition is open to. */
export const APPLICANT_KINDS = enumTable({
  GOVERNMENT_UNIT: { zh: '机关事业单位', en: 'Government unit' },
  WELFARE_SOCIETY: { zh: '公益类社会团体', en: 'Public-welfare social organisation' },
  UNIVERSITY: { zh: '高校志愿服务组织', en: 'University volunteer organisation' },
  NEW_SOCIAL_ORG: { zh: '新社会组织', en: 'New social organisation' },
  NEW_EMPLOYMENT: { zh: '新就业群体', en: 'New employment group' },
});
export type ApplicantKind = keyof typeof APPLICANT_KINDS;

/** The national code list of service types. */
export const SERVICE_TYPES = enumTable({
  COMMUNITY: { zh: '社区服务', en: 'Community service', code: '0001' },
  POVERTY_RELIEF: { zh: '扶贫减贫', en: 'Poverty relief', code: '0002' },
  EDUCATION: { zh: '支教助学', en: 'Teaching and schooling aid', code: '0003' },
  HEALTH: { zh: '卫生健康', en: 'Health', code: '0004' },
  LEGAL: { zh: '法律服务', en: 'Legal service', code: '0005' },
  ENVIRONMENT: { zh: '环境保护', en: 'Environment', code: '0006' },
  SCIENCE: { zh: '科技科普', en: 'Science and technology', code: '0007' },
  CULTURE: { zh: '文化艺术', en: 'Culture and arts', code: '0008' },
  PUBLIC_SAFETY: { zh: '平安综治', en: 'Public safety', code: '0009' },
  CIVILITY: { zh: '文明风尚', en: 'Civility', code: '0010' },
  TRAFFIC: { zh: '交通引导', en: 'Traffic guidance', code: '0011' },
  FIRE: { zh: '志愿消防', en: 'Volunteer fire service', code: '0012' },
  RESCUE: { zh: '应急救援', en: 'Emergency rescue', code: '0013' },
  DRUG_PREVENTION: { zh: '禁毒宣传', en: 'Drug prevention', code: '0014' },
  SPORT: { zh: '体育健身', en: 'Sport and fitness', code: '0015' },
  TOURISM: { zh: '旅游服务', en: 'Tourism', code: '0016' },
  SPECIAL_CARE: { zh: '关爱特殊群体', en: 'Care for special groups', code: '0017' },
  LARGE_EVENTS: { zh: '大型活动', en: 'Large events', code: '0018' },
  OVERSEAS: { zh: '海外志愿服务', en: 'Service overseas', code: '0019' },
  TAX: { zh: '税收服务', en: 'Tax service', code: '0020' },
  OTHER: { zh: '其他', en: 'Other', code: '0099' },
});
export type ServiceType = keyof typeof SERVICE_TYPES;

/** Where a team stands, with the national status codes. */
export const TEAM_STATES = enumTable({
  PENDING: { zh: '待审', en: 'Pending', code: '2' },
  ACTIVE: { zh: '正常', en: 'Active', code: '1' },
  SUSPENDED: { zh: '停用', en: 'Suspended', code: '3' },
  ARCHIVED: { zh: '已归档', en: 'Archived', code: '5', note: 'Ended; its records are kept.' },
  REJECTED: { zh: '不通过', en: 'Rejected', code: '0' },
});
export type TeamState = keyof typeof TEAM_STATES;

/** The lifecycle of a team. */
export const TEAM_LIFECYCLE = transitionTable({
  states: ['PENDING', 'ACTIVE', 'SUSPENDED', 'ARCHIVED', 'REJECTED'],
  initial: 'PENDING',
  events: {
    approve: { zh: '审核通过', en: 'Approve', from: ['PENDING'], to: 'ACTIVE', right: 'manage' },
    reject: {
      zh: '不予通过',
      en: 'Reject',
      from: ['PENDING'],
      to: 'REJECTED',
      right: 'manage',
      reason: true,
      final: true,
    },
    suspend: { zh: '停用', en: 'Suspend', from: ['ACTIVE'], to: 'SUSPENDED', right: 'manage', reason: true },
    resume: { zh: '恢复', en: 'Resume', from: ['SUSPENDED'], to: 'ACTIVE', right: 'manage' },
    archive: {
      zh: '归档',
      en: 'Archive',
      from: ['SUSPENDED'],
      to: 'ARCHIVED',
      right: 'manage',
      reason: true,
      final: true,
    },
  },
});
export type TeamEvent = keyof typeof TEAM_LIFECYCLE.events;

/** What a member is in the team. */
export const MEMBER_ROLES = enumTable({
  LEADER: { zh: '负责人', en: 'Leader', note: 'Exactly one, or none yet.' },
  MEMBER: { zh: '队员', en: 'Member' },
});
export type MemberRole = keyof typeof MEMBER_ROLES;

/** Limits of a team: texts in characters, figures as registered. */
export const TEAM_LIMITS = {
  name: 60,
  nameEn: 200,
  number: 20,
  intro: 2000,
  memberName: 40,
  serviceTypes: 4,
  members: 100_000,
  /** Months of activity a year. */
  activeMonths: 12,
  /** Five million hours: more than any team of the city can have. */
  serviceMinutes: 300_000_000,
} as const;

/** No team of the city is older: an earlier day is a slip of the pen. */
export const EARLIEST_DAY = '1900-01-01';

/** A team's number: letters, digits and hyphens. */
export const TEAM_NUMBER = /^[A-Z0-9][A-Z0-9-]{2,19}$/;
