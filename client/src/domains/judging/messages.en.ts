import type { Translation } from '#client/ui/core/messages-type.ts';
import console from './console-messages.en.ts';
import judge from './judge-messages.en.ts';
import problems from './judge-problems.en.ts';
import type zh from './messages.zh-CN.ts';

const en = { problems, judge, console } satisfies Translation<typeof zh>;

export default en;
