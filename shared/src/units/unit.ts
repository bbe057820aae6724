import { enumTable } from '../kernel/label.ts';

/** The four kinds of party that work together: 四位一体. */
export const PARTIES = enumTable({
  PUBLIC_WELFARE_ORG: {
    zh: '公益类社会组织',
    en: 'Public-welfare organisation',
    note: 'The main body of the four.',
  },
  GOVERNMENT: { zh: '党政机关', en: 'Party and government organ' },
  ENTERPRISE: { zh: '企业', en: 'Enterprise' },
  COMMUNITY: { zh: '社区村', en: 'Community' },
});
export type Party = keyof typeof PARTIES;

/** What a unit is in the coordination mechanism. */
export const UNIT_ROLES = enumTable({
  LEAD: { zh: '牵头单位', en: 'Lead department' },
  ORGANISER: {
    zh: '主办单位',
    en: 'Organiser',
    note: 'Organises the project competition with the lead department.',
  },
  MEMBER: { zh: '成员单位', en: 'Member unit' },
  HOST: { zh: '队伍所属单位', en: 'Host unit', note: 'Hosts teams; not a member of the mechanism.' },
});
export type UnitRole = keyof typeof UNIT_ROLES;

/** The national code list of host units. */
export const UNIT_KINDS = enumTable({
  PARTY_GOVERNMENT: { zh: '党政机关', en: 'Party or government organ', code: '01' },
  EDUCATION: { zh: '教育事业单位', en: 'Educational institution', code: '02' },
  HEALTH: { zh: '卫生事业单位', en: 'Health institution', code: '03' },
  SCIENCE: { zh: '科技事业单位', en: 'Scientific institution', code: '04' },
  CULTURE: { zh: '文化事业单位', en: 'Cultural institution', code: '05' },
  SOCIAL_WELFARE: { zh: '社会福利事业单位', en: 'Social-welfare institution', code: '06' },
  OTHER_INSTITUTION: { zh: '其他事业单位', en: 'Other public institution', code: '07' },
  MASS_ORGANISATION: { zh: '群团组织', en: 'Mass organisation', code: '08' },
  NEIGHBOURHOOD_COMMITTEE: { zh: '居委会', en: 'Neighbourhood committee', code: '09' },
  VILLAGE_COMMITTEE: { zh: '村委会', en: 'Village committee', code: '10' },
  STATE_ENTERPRISE: { zh: '国企', en: 'State-owned enterprise', code: '11' },
  PRIVATE_ENTERPRISE: { zh: '非国企', en: 'Enterprise not owned by the state', code: '12' },
  ASSOCIATION: { zh: '社会团体', en: 'Association', code: '13' },
  SOCIAL_SERVICE: { zh: '社会服务机构', en: 'Social-service agency', code: '14' },
  FOUNDATION: { zh: '基金会', en: 'Foundation', code: '15' },
  SOCIAL_ORGANISATION: { zh: '社会组织', en: 'Social organisation', code: '16' },
  OTHER: { zh: '其他', en: 'Other', code: '99' },
});
export type UnitKind = keyof typeof UNIT_KINDS;

/** Limits of a unit's texts, in characters; `duties` lists at most `dutyCount` of them. */
export const UNIT_LIMITS = { name: 80, nameEn: 200, liaisonName: 40, duty: 500, dutyCount: 30 } as const;
