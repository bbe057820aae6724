import { COMPETITION_PROBLEMS } from './competition/problems.ts';
import { TRAINING_PROBLEMS } from './competition/training.ts';
import { IDENTITY_PROBLEMS } from './identity/problems.ts';
import { IMPORT_PROBLEMS } from './imports/imports.ts';
import { JUDGING_DOMAIN_PROBLEMS } from './judging/domain/problems.ts';
import { JUDGING_PROBLEMS } from './judging/problems.ts';
import { FILE_PROBLEMS } from './kernel/file-problems.ts';
import { KERNEL_PROBLEMS } from './kernel/problems.ts';
import { SHEET_PROBLEMS } from './kernel/sheet-problems.ts';
import { TEAM_PROBLEMS } from './teams/problems.ts';

/** Every problem code of the product with its meaning: the documented enum of the contract. One line per domain. */
export const PROBLEM_CODES = {
  ...KERNEL_PROBLEMS,
  ...FILE_PROBLEMS,
  ...SHEET_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...COMPETITION_PROBLEMS,
  ...TRAINING_PROBLEMS,
  ...JUDGING_PROBLEMS,
  ...JUDGING_DOMAIN_PROBLEMS,
  ...IMPORT_PROBLEMS,
  ...TEAM_PROBLEMS,
} as const;
export type ProblemCode = keyof typeof PROBLEM_CODES;
