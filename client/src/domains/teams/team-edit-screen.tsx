import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useNameOf } from '#client/ui/core/named.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { TEAM, TEAM_UPDATE } from './documents.ts';
import { TeamForm } from './parts/team-form.tsx';
import { teamUpdateInput } from './team-values.ts';

/** Changing a team: everything for those who approve teams, a part of it for its own people. */
export default function TeamEditScreen(): ReactNode {
  const { t } = useTranslation('teams');
  const nameOf = useNameOf();
  const navigate = useNavigate();
  const can = useCan();
  const { id = '' } = useParams();
  const result = useQuery(TEAM, { variables: { id }, fetchPolicy: 'network-only' });
  const [update] = useWrite(TEAM_UPDATE, { refetch: [] });
  const limited = !can('team.manage');
  return (
    <Loaded result={result}>
      {({ team }) => {
        if (!team?.canUpdate) return <Missing />;
        const { version, unit, region } = team;
        return (
          <Page title={t('form.editTitle')} hint={`${team.number} ${nameOf(team)}`}>
            <TeamForm
              key={version}
              name={`team:${id}`}
              mode="update"
              limited={limited}
              initial={{
                number: team.number,
                name: team.name,
                nameEn: team.nameEn ?? '',
                kind: team.kind,
                applicantKind: team.applicantKind,
                unitId: unit?.id,
                regionId: region.id,
                serviceTypes: team.serviceTypes,
                founded: team.founded,
                intro: team.intro,
                leaderName: '',
                memberCount: team.memberCount,
                activeMonths: team.activeMonths,
                serviceMinutes: team.serviceMinutes,
              }}
              unit={unit ? { value: unit.id, label: nameOf(unit) } : undefined}
              region={{ value: region.id, label: region.fullName }}
              submitLabel={t('form.editSubmit')}
              submit={(values) => update({ input: teamUpdateInput({ id, version }, values, limited) })}
              onDone={async () => {
                notice.success(t('form.saved', { name: team.name }));
                await navigate(`/teams/${id}`, { replace: true });
              }}
              onReload={() => void result.refetch().catch(() => undefined)}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}
