import type { MessageTree } from '#client/ui/core/messages-type.ts';

/** Words of the help and of the explorer for developers. */
const zh = {
  keys: {
    title: '键盘快捷键',
    hint: '任何一页按 ? 都能看到当前可用的快捷键。在输入框里打字时，单个字母不起作用。',
    everywhere: {
      title: '各页通用',
      palette: '查找任何内容',
      help: '显示当前可用的快捷键',
      close: '关闭对话框',
    },
    list: {
      title: '列表',
      next: '下一行',
      previous: '上一行',
      open: '打开这一行',
      toggle: '选中或取消这一行',
      search: '跳到搜索框',
      newTab: '在新标签页打开一行',
    },
    form: { title: '表单', submit: '提交' },
    console: {
      title: '评分',
      digits: '打分：8 即 8 分，1 0 即 10 分',
      point: '加半分：8 . 即 8.5 分',
      clear: '清除这一项的分值',
      tab: '下一项、上一项',
      comment: '写这一项的意见',
      submit: '提交并评下一份',
      next: '下一份、上一份',
      step: '加减一档',
      declare: '没有利害关系，开始评分',
      skip: '跳过这一份',
      recuse: '申请回避',
      document: '上一个、下一个文件',
      back: '返回评审任务',
    },
    click: '点击',
    more: '更多帮助',
    explorer: '开发者：接口调试页',
  },
  explorer: {
    title: '接口调试',
    intro: '在这里编写并运行 GraphQL 请求。已登录时以您的账号运行；也可以在请求头里放访问令牌。',
    tokens: '访问令牌',
    loading: '正在打开调试页…',
    failed: '调试页没有打开，请检查网络后重试',
    example: '示例 {{number}}：{{title}}',
    run: '按 Ctrl+Enter 运行；上方标签里是五个示例。',
    examples: {
      Editions: '大赛各届，及轮次和评分标准的权重',
      EligibleEntries: '通过初审的参赛项目，附队伍和类别',
      Teams: '全市队伍，附所属单位和区域',
      Exemplars: '应急救援类示范项目（不用登录）',
      Townships: '乡镇街道及统计代码（不用登录）',
    },
  },
} as const satisfies MessageTree;

export default zh;
