import { useLanguage } from '#client/ui/core/language.ts';
import { scopeIn, useViewer } from '#client/ui/core/viewer.ts';

/** A team that the signed-in account leads. */
export interface LedTeam {
  readonly id: string;
  readonly name: string;
}

/** The teams the account may enter with, by its roles. */
export function useLedTeams(): readonly LedTeam[] {
  const viewer = useViewer();
  const language = useLanguage();
  return (viewer?.grants ?? []).flatMap((grant) =>
    grant.role === 'TEAM_LEADER' && grant.scope === 'TEAM' && grant.scopeId !== null
      ? [{ id: grant.scopeId, name: scopeIn(language, grant) ?? grant.scopeId }]
      : [],
  );
}
