import { demonstrationAccounts } from '../app/demonstration-accounts.ts';
import { loadDemonstration, loadReferenceData } from '../app/load-data.ts';
import { UsageError } from './command-io.ts';
import { databaseCommand } from './with-instance.ts';

const HELP = `pnpm xinghuo seed [--demo] [--json]

装入缺少的基础数据（行政区划、示范项目）。
  --demo   同时装入演示数据和演示账号；只能装入空的系统，生产环境不可用

Loads the reference data (regions, exemplary projects) where it is missing.

  --demo   also the demonstration with its accounts, into a product that is still empty; refused in production
`;

/** Loads given data: see HELP. */
export const run = databaseCommand(
  HELP,
  { demo: { type: 'boolean', default: false } },
  async ({ instance, values, say }) => {
    if (values.demo && process.env.NODE_ENV === 'production')
      throw new UsageError('生产环境不能装入演示数据 / --demo is refused in production');
    await loadReferenceData(instance, say);
    if (values.demo) await loadDemonstration(instance, say);
    const accounts = values.demo ? await demonstrationAccounts(instance) : [];
    return {
      code: 0,
      json: { loaded: values.demo ? ['reference', 'demonstration'] : ['reference'] },
      text: ['数据已装入 Loaded', ...accounts].join('\n'),
    };
  },
);
