import type { ProblemTable } from '../kernel/problem.ts';

/** Refusals of the teams domain. */
export const TEAM_PROBLEMS = {
  TEAM_LEADER_NEEDED: 'The leader cannot be removed: make another member the leader first.',
  TEAM_MEMBER_TWICE: 'The account is a member of the team already.',
} as const satisfies ProblemTable;
