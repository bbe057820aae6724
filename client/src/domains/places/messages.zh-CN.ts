import type { MessageTree } from '#client/ui/core/messages-type.ts';

/** Words of the places domain. */
const zh = {
  title: '行政区划',
  hint: '名称和统计代码取自 2023 年国家统计用区划代码。',
  tree: '区域',
  jump: '按名称或代码查找区域',
  level: '层级',
  code: '统计代码',
  name: '名称',
  nameZh: '中文名称',
  nameEn: '英文名称',
  figures: { counties: '县区', townships: '乡镇街道', communities: '社区村', teams: '队伍', units: '单位' },
  below: '下辖区域',
  belowOf: '{{name}}下辖的区域',
  none: '社区村之下不再分级',
  noneHint: '这里的队伍和单位见上面的数字。',
  choose: '请选择区域',
} as const satisfies MessageTree;

export default zh;
