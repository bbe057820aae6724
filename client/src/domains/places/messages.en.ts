import type { Translation } from '#client/ui/core/messages-type.ts';
import type zh from './messages.zh-CN.ts';

/** The same in English. */
const en: Translation<typeof zh> = {
  title: 'Regions',
  hint: 'Names and codes as in the national statistical division codes of 2023.',
  tree: 'Regions',
  jump: 'Find a region by name or code',
  level: 'Level',
  code: 'Statistical code',
  name: 'Name',
  nameZh: 'Chinese name',
  nameEn: 'English name',
  figures: {
    counties: 'Counties and districts',
    townships: 'Townships and streets',
    communities: 'Communities and villages',
    teams: 'Teams',
    units: 'Units',
  },
  below: 'Regions within',
  belowOf: 'Regions within {{name}}',
  none: 'Nothing lies below a community',
  noneHint: 'Its teams and units are behind the figures above.',
  choose: 'Choose a region',
};

export default en;
