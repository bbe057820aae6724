import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLanguage } from '#client/ui/core/language.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { scopeIn, useViewer } from '#client/ui/core/viewer.ts';
import { Page } from '#client/ui/show/page.tsx';
import { TEAM_CREATE } from './documents.ts';
import { TeamForm } from './parts/team-form.tsx';
import { type TeamValues, teamCreateInput } from './team-values.ts';

const EMPTY: TeamValues = {
  number: '',
  name: '',
  nameEn: '',
  kind: undefined,
  applicantKind: undefined,
  unitId: undefined,
  regionId: undefined,
  serviceTypes: [],
  founded: undefined,
  intro: '',
  leaderName: '',
  memberCount: null,
  activeMonths: null,
  serviceMinutes: null,
};

/** Registering a team. A liaison begins with the own unit. */
export default function TeamCreateScreen(): ReactNode {
  const { t } = useTranslation('teams');
  const navigate = useNavigate();
  const viewer = useViewer();
  const language = useLanguage();
  const [create] = useWrite(TEAM_CREATE);
  const own = viewer?.grants.find(({ role }) => role === 'UNIT_LIAISON');
  const name = own ? scopeIn(language, own) : null;
  const unit = own?.scopeId && name ? { value: own.scopeId, label: name } : undefined;
  return (
    <Page title={t('form.createTitle')}>
      <TeamForm
        name="team:new"
        mode="create"
        initial={{ ...EMPTY, unitId: unit?.value }}
        unit={unit}
        submitLabel={t('form.createSubmit')}
        submit={(values) => create({ input: teamCreateInput(values) })}
        onDone={async ({ team }) => {
          if (!team) return;
          notice.success(t('form.created', { name: team.name }));
          await navigate(`/teams/${team.id}`, { replace: true });
        }}
      />
    </Page>
  );
}
