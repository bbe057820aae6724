import type { MessageTree } from '#client/ui/core/messages-type.ts';
import console from './console-messages.zh-CN.ts';
import judge from './judge-messages.zh-CN.ts';
import problems from './judge-problems.zh-CN.ts';

/** Words of judging, put together from its parts. */
const zh = { problems, judge, console } as const satisfies MessageTree;

export default zh;
