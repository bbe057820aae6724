import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { COMPETITION_STATES } from '@xinghuo/shared/competition/competition';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { PublicEditionQuery, PublicEditionsQuery } from '#client/__generated__/graphql.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useCan, useViewer } from '#client/ui/core/viewer.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import './leader.css';
import './public.css';
import './public-print.css';
import { Deadline } from './leader-deadline.tsx';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { PUBLIC_EDITION, PUBLIC_EDITIONS } from './public-documents.ts';
import { OUT, publishedEdition } from './public-editions.ts';
import { PublicMethod } from './public-method.tsx';
import { PublicNav } from './public-nav.tsx';
import { PublicRail } from './public-rail.tsx';
import { COMPETITION_TONES } from './tones.ts';
import { workingEdition } from './working-edition.ts';

type Edition = NonNullable<PublicEditionQuery['competition']>;
type Editions = PublicEditionsQuery['competitions']['nodes'];

function Awards({ edition }: { edition: Edition }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const language = useLanguage();
  if (edition.awardRules.length === 0) return null;
  return (
    <Section title={t('open.awards')}>
      <dl className="xp-awards">
        {edition.awardRules.map((one) => {
          const basis = language === 'en' && one.basisEn ? one.basisEn : one.basis;
          return (
            <div key={one.id}>
              <dt>{titleOf(one)}</dt>
              <dd>
                {t(`open.awardLine.${one.scope}`, { count: one.quota })}
                {basis ? <span className="xp-aside">{basis}</span> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}

function Notice({ edition, editions }: { edition: Edition; editions: Editions }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const language = useLanguage();
  const viewer = useViewer();
  const mayEnter = useCan()('entry.write');
  const titleOf = useEditionTitle();
  const english = language === 'en';
  const notice = english && edition.noticeEn ? edition.noticeEn : edition.notice;
  const theme = english && edition.themeEn ? edition.themeEn : edition.theme;
  const unit = (one: { name: string; nameEn: string | null }): string =>
    titleOf({ title: one.name, titleEn: one.nameEn ?? '' });
  const others = editions.filter(({ id }) => id !== edition.id);
  return (
    <Page
      title={titleOf(edition)}
      hint={theme}
      actions={<StateTag of={COMPETITION_STATES} tones={COMPETITION_TONES} value={edition.state} />}
    >
      <section className="xh-section xp-lead">
        <div className="xh-section-body">
          <PublicRail edition={edition} />
          <div className="xp-calls">
            {edition.state === 'OPEN' ? (
              <>
                {mayEnter || !viewer ? (
                  <Link to={mayEnter ? '/my-entries/new' : '/sign-in?next=%2Fmy-entries%2Fnew'}>
                    <Button type="primary" size="large">
                      {t('open.enter')}
                    </Button>
                  </Link>
                ) : null}
                <span>
                  {t('open.deadline')} <Deadline at={edition.entriesDeadline} />
                </span>
              </>
            ) : null}
            {OUT.includes(edition.state) ? (
              <Link to={`/public/results/${edition.id}`}>
                <Button type="primary" size="large">
                  {t('open.seeResults')}
                </Button>
              </Link>
            ) : null}
          </div>
        </div>
      </section>
      {notice ? (
        <Section title={t('open.notice')}>
          <div className="xp-prose">
            {notice
              .split('\n')
              .filter((paragraph) => paragraph.trim() !== '')
              .map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
          </div>
        </Section>
      ) : null}
      <Section title={t('open.categories')}>
        <ul className="xp-grid">
          {edition.categories.map(({ id, code, leadHost }) => (
            <li key={id}>
              <b>{label(CATEGORIES[code])}</b>
              {leadHost ? <small>{t('open.leadHost', { name: unit(leadHost) })}</small> : null}
              <Link to={`/exemplars?category=${code}`}>{t('open.learn')}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('open.who')}>
        <p>{t('open.whoHint')}</p>
        <ul className="xp-tags">
          {valuesOf(APPLICANT_KINDS).map((kind) => (
            <li key={kind}>{label(APPLICANT_KINDS[kind])}</li>
          ))}
        </ul>
      </Section>
      <PublicMethod edition={edition} />
      <Awards edition={edition} />
      {edition.hosts.length > 0 ? (
        <Section title={t('open.hosts')}>
          <ul className="xp-hosts">
            {edition.hosts.map(({ id, unit: host }) => (
              <li key={id}>{unit(host)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {others.length > 0 ? (
        <div className="xp-others">
          <Section title={t('open.other')}>
            <ul className="xp-hosts">
              {others.map((one) => (
                <li key={one.id}>
                  <Link
                    to={OUT.includes(one.state) ? `/public/results/${one.id}` : `/public?edition=${one.id}`}
                  >
                    {titleOf(one)}
                  </Link>{' '}
                  <StateTag of={COMPETITION_STATES} tones={COMPETITION_TONES} value={one.state} />
                </li>
              ))}
            </ul>
          </Section>
        </div>
      ) : null}
    </Page>
  );
}

/** The competition for everybody: the notice of the edition under way. */
export default function PublicHomeScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const [params] = useSearchParams();
  const list = useQuery(PUBLIC_EDITIONS);
  const editions = (list.data?.competitions.nodes ?? []).filter(({ state }) => state !== 'DRAFT');
  const asked = params.get('edition');
  // Whoever comes to enter finds the edition that still takes entries.
  const open = editions.find(({ state }) => state === 'OPEN');
  const chosen = workingEdition(editions, asked, open?.id ?? null);
  const result = useQuery(PUBLIC_EDITION, { variables: { id: chosen?.id ?? '' }, skip: !chosen });
  const published = publishedEdition(editions);
  return (
    <>
      <PublicNav results={published?.id} />
      <Loaded result={list}>
        {() =>
          chosen ? (
            <Loaded result={result}>
              {({ competition }) =>
                competition ? <Notice edition={competition} editions={editions} /> : <Missing />
              }
            </Loaded>
          ) : (
            <EmptyState
              title={t('open.none')}
              hint={t('open.noneHint')}
              action={
                <Link to="/exemplars">
                  <Button>{t('open.library')}</Button>
                </Link>
              }
            />
          )
        }
      </Loaded>
    </>
  );
}
