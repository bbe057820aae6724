import { enumTable } from '../kernel/label.ts';

/** Every kind of background work by the name it has in the queue. */
export const JOB_NAMES = enumTable({
  'competition.remind': { zh: '提醒截止期限', en: 'Remind of deadlines' },
  'competition.readFiles': { zh: '读取附件文字', en: 'Read the text of attachments' },
  'files.removeUnclaimed': { zh: '清理无主文件', en: 'Remove unclaimed files' },
  'identity.link': { zh: '寄送设置密码的链接', en: 'Mail a link to set a password' },
  'imports.run': { zh: '写入大批量导入', en: 'Write a long import' },
  'judging.compute': { zh: '计算结果或分配方案', en: 'Compute a result or a plan' },
  'judging.replace': { zh: '拟定补派方案', en: 'Propose replacements' },
  'judging.remind': { zh: '提醒评委评分截止', en: 'Remind judges of their deadline' },
  'judging.publicityEnded': { zh: '公示期满提醒', en: 'Tell of the end of a public notice' },
  'judging.forgetSources': { zh: '清除异议来源记录', en: 'Forget where objections came from' },
  'mail.send': { zh: '发送邮件', en: 'Send a mail' },
  'platform.tidy': { zh: '夜间清理', en: 'Nightly tidying' },
});

/** The name of a kind of background work: one without words cannot be declared. */
export type JobName = keyof typeof JOB_NAMES;
