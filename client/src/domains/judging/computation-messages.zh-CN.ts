/** Words of background computations. */
const computation = {
  title: '后台计算',
  hint: '计算在后台进行，可以离开本页，稍后再回来查看。',
  cancelled: '已取消，什么也没有保存',
  toPlan: '查看分配方案',
  toResult: '查看结果',
} as const;

export default computation;
