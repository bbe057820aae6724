import { useApolloClient, useQuery } from '@apollo/client/react';
import { OBJECTION_LIMITS } from '@xinghuo/shared/judging/domain/objection';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useViewer } from '#client/ui/core/viewer.ts';
import { RecordForm } from '#client/ui/form/record-form.tsx';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import './leader.css';
import './public.css';
import './public-print.css';
import { useServerNow } from '#client/ui/core/server-clock.ts';
import { Deadline } from './leader-deadline.tsx';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { FIND_PUBLISHED, OBJECTION_CREATE, OBJECTION_SUBJECTS, PUBLIC_PROJECT } from './public-documents.ts';
import { PublicNav } from './public-nav.tsx';

interface Values {
  entryId: string | null;
  author: string;
  contact: string;
  text: string;
}

/** The form: which project, who objects, on what grounds. */
function ObjectionForm(props: {
  competitionId: string;
  about: { value: string; label: string } | null;
  onSent: (reference: string) => void;
}): ReactNode {
  const { t } = useTranslation('competition');
  const viewer = useViewer();
  const client = useApolloClient();
  const [create] = useWrite(OBJECTION_CREATE);
  const { competitionId, about } = props;
  const required = { required: true, whitespace: true, message: problemText('REQUIRED') };
  const find: LookupFind = async (words, _client, signal) => {
    const { data } = await client.query({
      query: FIND_PUBLISHED,
      variables: {
        filter: {
          competition: { eq: competitionId },
          award: { isNull: false },
          ...(words.trim().length >= 2 ? { search: words.trim() } : {}),
        },
      },
      context: { fetchOptions: { signal } },
    });
    return (data?.entries.nodes ?? []).map(({ id, number, title }) => ({
      value: id,
      label: number ? `${number} ${title}` : title,
    }));
  };
  return (
    <RecordForm
      name={`objection:${competitionId}`}
      initialValues={{
        entryId: about?.value ?? null,
        author: viewer?.name ?? '',
        contact: viewer?.email ?? '',
        text: '',
      }}
      submitLabel={t('open.send')}
      submit={(values: Values) => create({ input: { ...values, competitionId } })}
      onDone={({ reference }) => props.onSent(reference ?? '')}
    >
      <Form.Item name="entryId" label={t('open.objectSubject')} extra={t('open.objectAny')}>
        <RemoteSelect find={find} known={about} allowClear />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('open.text')}
        extra={t('open.textHint', { min: OBJECTION_LIMITS.textMinimum })}
        rules={[required]}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={OBJECTION_LIMITS.text} showCount />
      </Form.Item>
      <Form.Item name="author" label={t('open.author')} rules={[required]}>
        <Input maxLength={OBJECTION_LIMITS.author} autoComplete="name" />
      </Form.Item>
      <Form.Item name="contact" label={t('open.contact')} extra={t('open.contactHint')} rules={[required]}>
        <Input maxLength={OBJECTION_LIMITS.contact} />
      </Form.Item>
    </RecordForm>
  );
}

/** Objecting to a publicised result; open to everybody while the public notice lasts. */
export default function PublicObjectionScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const now = useServerNow();
  const { competition: id = '' } = useParams();
  const [params] = useSearchParams();
  const entryId = params.get('entry');
  const [reference, setReference] = useState<string>();
  const result = useQuery(OBJECTION_SUBJECTS, { variables: { id } });
  const about = useQuery(PUBLIC_PROJECT, { variables: { id: entryId ?? '' }, skip: entryId === null });
  const entry = about.data?.entry;
  return (
    <>
      <PublicNav results={id} />
      <Loaded result={result}>
        {({ competition }) => {
          if (!competition) return <Missing />;
          const ends = competition.publicityEndsAt;
          const running = competition.state === 'PUBLICISED' && (ends === null || Date.parse(ends) > now);
          const back = (
            <Link to={`/public/results/${id}`}>
              <Button>{t('open.all')}</Button>
            </Link>
          );
          if (reference !== undefined)
            return (
              <Page title={t('open.objectTitle')}>
                <EmptyState title={t('open.sent')} hint={t('open.sentHint', { reference })} action={back} />
              </Page>
            );
          return (
            <Page title={t('open.objectTitle')} hint={titleOf(competition)}>
              {running ? (
                <section className="xh-section xp-form">
                  <p>{t('open.objectHint')}</p>
                  <p>
                    {t('open.deadline')} <Deadline at={ends} />
                  </p>
                  {entryId !== null && about.loading ? null : (
                    <ObjectionForm
                      competitionId={id}
                      about={entry ? { value: entry.id, label: entry.title } : null}
                      onSent={setReference}
                    />
                  )}
                </section>
              ) : (
                <EmptyState title={t('open.objectClosed')} hint={t('open.objectClosedHint')} action={back} />
              )}
            </Page>
          );
        }}
      </Loaded>
    </>
  );
}
