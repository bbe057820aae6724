import type { CommandIo } from './command-io.ts';

/** One command of `pnpm xinghuo`. */
export interface Command {
  readonly name: string;
  /** One line for the overview, Chinese and English. */
  readonly summary: string;
  /** Loaded only when it is used: the offline ones must not wait for a database driver. */
  readonly load: () => Promise<{ readonly run: (argv: string[], io: CommandIo) => Promise<number> }>;
}

/** Every command, in the order of the overview. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'migrate',
    summary: '升级数据库结构 Bring the database to this version',
    load: () => import('./migrate.command.ts'),
  },
  {
    name: 'seed',
    summary: '装入基础数据与演示数据 Load reference data and the demonstration',
    load: () => import('./seed.command.ts'),
  },
  {
    name: 'account',
    summary: '新建账号、重置密码 Make an account, reset a password',
    load: () => import('./account.command.ts'),
  },
  {
    name: 'import',
    summary: '从 Excel 或 CSV 导入 Import from Excel or CSV',
    load: () => import('./import.command.ts'),
  },
  {
    name: 'export',
    summary: '导出列表到 Excel Export a list to Excel',
    load: () => import('./export.command.ts'),
  },
  {
    name: 'check',
    summary: '核对审计链、结果摘要与数据约束 Verify audit chain, digests, invariants',
    load: () => import('./check.command.ts'),
  },
  {
    name: 'recompute',
    summary: '重新计算评审结果并比对 Recompute results from their stored inputs',
    load: () => import('./recompute.command.ts'),
  },
  {
    name: 'backup',
    summary: '备份数据与附件 Back up data and attachments',
    load: () => import('./backup.command.ts'),
  },
  {
    name: 'restore',
    summary: '恢复备份 Restore a backup into an empty database',
    load: () => import('./restore.command.ts'),
  },
  {
    name: 'score',
    summary: '离线计分 Score a file of marks, without a database',
    load: () => import('./score.command.ts'),
  },
  {
    name: 'assign',
    summary: '离线分配评委 Assign judges from a file, without a database',
    load: () => import('./assign.command.ts'),
  },
  {
    name: 'verify',
    summary: '离线核验分配与结果 Verify an assignment or a published result',
    load: () => import('./verify.command.ts'),
  },
];
