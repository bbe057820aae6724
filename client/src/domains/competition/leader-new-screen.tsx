import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { ENTRY_TEXTS } from '@xinghuo/shared/competition/entry-rules';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { APPLICANT_KINDS, type ApplicantKind, TEAM_STATES } from '@xinghuo/shared/teams/team';
import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { OpenEditionsQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { findTeams } from '../teams/find-teams.ts';
import './competition.css';
import './leader.css';
import './leader-form.css';
import './leader-notes.css';
import { ENTERING_TEAM, ENTRY_CREATE, OPEN_EDITIONS } from './documents/leader-begin.ts';
import { countedLength } from './leader-content.ts';
import { Deadline } from './leader-deadline.tsx';
import { Learn } from './leader-learn.tsx';
import { useLedTeams } from './leader-teams.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';

type Edition = OpenEditionsQuery['competitions']['nodes'][number];

interface Values {
  teamId: string;
  categoryId: string;
  applicantKind: ApplicantKind;
  title: string;
}

/** The first questions: team, category, kind of applicant, title. */
function Begin({
  edition,
  teamId,
  setTeam,
}: {
  edition: Edition;
  teamId: string;
  setTeam: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  const navigate = useNavigate();
  const led = useLedTeams();
  const { data } = useQuery(ENTERING_TEAM, { variables: { id: teamId }, skip: teamId === '' });
  const [create] = useWrite(ENTRY_CREATE);
  const [chosen, choose] = useState<string>();
  const team = data?.team;
  const category = edition.categories.find(({ id }) => id === chosen)?.code;
  const { min, max } = ENTRY_TEXTS.title;
  // The kind of applicant is the team's own until one says otherwise: the form begins once the team is known.
  if (teamId !== '' && !team) return null;
  return (
    <div className="xl-editor xl-editor-new">
      <section className="xh-section xl-card">
        {team && team.state !== 'ACTIVE' ? (
          <Alert
            className="xh-form-alert"
            type="warning"
            showIcon
            title={t('wizard.teamState', { state: label(TEAM_STATES[team.state]) })}
          />
        ) : null}
        <RecordForm
          key={teamId}
          name={`entry-new:${edition.id}:${teamId}`}
          initialValues={{
            teamId,
            categoryId: '',
            applicantKind: team?.applicantKind ?? 'WELFARE_SOCIETY',
            title: '',
          }}
          submitLabel={t('wizard.begin')}
          submit={(values: Values) => create({ input: { ...values, competitionId: edition.id } })}
          onDone={({ entry }) =>
            navigate(`/my-entries/${entry?.id ?? ''}/edit?step=subject`, { replace: true })
          }
        >
          <Form.Item
            name="teamId"
            label={t('wizard.team')}
            rules={[{ required: true, message: problemText('REQUIRED') }]}
          >
            {led.length > 0 ? (
              <Select
                onChange={(id: string) => setTeam(id)}
                options={led.map(({ id, name }) => ({ value: id, label: name }))}
              />
            ) : (
              <TeamSearch onChosen={setTeam} known={team ? { value: team.id, label: team.name } : null} />
            )}
          </Form.Item>
          <Form.Item
            name="categoryId"
            label={t('entry.category')}
            extra={t('wizard.help.category')}
            rules={[{ required: true, message: problemText('REQUIRED') }]}
          >
            <Radio.Group
              className="xl-choices"
              onChange={({ target }) => choose(String(target.value))}
              options={edition.categories.map(({ id, code }) => ({
                value: id,
                label: label(CATEGORIES[code]),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="applicantKind"
            label={t('entry.applicantKind')}
            extra={t('wizard.help.applicantKind')}
          >
            <Radio.Group
              className="xl-choices"
              options={valuesOf(APPLICANT_KINDS).map((kind) => ({
                value: kind,
                label: label(APPLICANT_KINDS[kind]),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="title"
            label={t('entry.title')}
            extra={t('wizard.help.title', { max })}
            rules={[
              { required: true, whitespace: true, message: problemText('REQUIRED') },
              {
                validator: (_rule, value: unknown) => {
                  const length = countedLength(typeof value === 'string' ? value : '');
                  if (length > max)
                    return Promise.reject(new Error(problemText('TOO_LONG', { max, length })));
                  return length > 0 && length < min
                    ? Promise.reject(new Error(problemText('TOO_SHORT', { min, length })))
                    : Promise.resolve();
                },
              },
            ]}
          >
            <Input />
          </Form.Item>
        </RecordForm>
      </section>
      <aside className="xl-aside">
        <Section title={t('wizard.deadline')}>
          <p>{titleOf(edition)}</p>
          <Deadline at={edition.entriesDeadline} />
        </Section>
        <Learn category={category} />
      </aside>
    </div>
  );
}

/** The office enters for a team that cannot: any team can be found. `value` and `onChange` come from the form. */
function TeamSearch(props: {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  onChosen: (id: string) => void;
  known: { value: string; label: string } | null;
}): ReactNode {
  return (
    <RemoteSelect
      {...(props.id ? { id: props.id } : {})}
      value={props.value ?? null}
      find={findTeams}
      known={props.known}
      onChange={(value) => {
        props.onChange?.(value);
        props.onChosen(value ?? '');
      }}
    />
  );
}

/** Begins an entry. */
export default function LeaderNewScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const led = useLedTeams();
  const [params, setParams] = useSearchParams();
  const result = useQuery(OPEN_EDITIONS, { fetchPolicy: 'cache-and-network' });
  const teamId = params.get('team') ?? led[0]?.id ?? '';
  const set = (key: string, value: string): void =>
    setParams(
      (before) => {
        before.set(key, value);
        return before;
      },
      { replace: true },
    );
  return (
    <Page title={t('wizard.newTitle')} hint={t('wizard.beginHint')}>
      <Loaded result={result}>
        {({ competitions: { nodes } }) => {
          const edition = nodes.find(({ id }) => id === params.get('edition')) ?? nodes[0];
          if (!edition)
            return (
              <EmptyState
                title={t('wizard.noEdition')}
                hint={t('wizard.noEditionHint')}
                action={
                  <span className="xh-button-row">
                    <Link to="/public">
                      <Button>{t('leader.openNotice')}</Button>
                    </Link>
                    <Link to="/library">
                      <Button>{t('leader.learn')}</Button>
                    </Link>
                  </span>
                }
              />
            );
          return (
            <>
              {nodes.length > 1 ? (
                <Select
                  className="xc-edition xc-gap"
                  aria-label={t('wizard.edition')}
                  value={edition.id}
                  onChange={(id: string) => set('edition', id)}
                  options={nodes.map((one) => ({ value: one.id, label: titleOf(one) }))}
                />
              ) : null}
              {edition.entriesOpenAt && Date.parse(edition.entriesOpenAt) > Date.now() ? (
                <Alert
                  className="xh-form-alert"
                  type="info"
                  showIcon
                  title={t('wizard.opensAt', { at: formatDateTime(edition.entriesOpenAt) })}
                />
              ) : null}
              <Begin key={edition.id} edition={edition} teamId={teamId} setTeam={(id) => set('team', id)} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
