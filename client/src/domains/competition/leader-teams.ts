import { useViewer } from '#client/ui/core/viewer.ts';

/** A team that the signed-in account leads. */
export interface LedTeam {
  readonly id: string;
  readonly name: string;
}

/** The teams the account may enter with, by its roles. */
export function useLedTeams(): readonly LedTeam[] {
  const viewer = useViewer();
  return (viewer?.grants ?? []).flatMap(({ role, scope, scopeId, scopeName }) =>
    role === 'TEAM_LEADER' && scope === 'TEAM' && scopeId !== null
      ? [{ id: scopeId, name: scopeName ?? scopeId }]
      : [],
  );
}
