import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import './leader.css';
import './public.css';
import './public-print.css';
import { useServerNow } from '#client/ui/core/server-clock.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { PUBLIC_PROJECT } from './public-documents.ts';
import { PublicNav } from './public-nav.tsx';
import { Share } from './public-share.tsx';

/** One published project. */
export default function PublicProjectScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const language = useLanguage();
  const titleOf = useEditionTitle();
  const now = useServerNow();
  const { id = '' } = useParams();
  const result = useQuery(PUBLIC_PROJECT, { variables: { id } });
  const edition = result.data?.entry?.competition;
  return (
    <>
      <PublicNav results={edition?.id} />
      <Loaded result={result}>
        {({ entry }) => {
          if (!entry) return <Missing />;
          const { competition, team, award } = entry;
          const ends = competition.publicityEndsAt;
          const objecting = competition.state === 'PUBLICISED' && (ends === null || Date.parse(ends) > now);
          const summary = language === 'en' && entry.summaryEn ? entry.summaryEn : entry.summary;
          const facts = [
            { name: t('open.award'), value: award ? titleOf(award) : null },
            {
              name: t('open.team'),
              value: team ? titleOf({ title: team.name, titleEn: team.nameEn ?? '' }) : null,
            },
            { name: t('open.kind'), value: label(APPLICANT_KINDS[entry.applicantKind]) },
            { name: t('open.category'), value: label(CATEGORIES[entry.category.code]) },
            { name: t('open.edition'), value: titleOf(competition) },
            { name: t('open.number'), value: entry.number },
          ];
          return (
            <Page
              title={titleOf(entry)}
              actions={
                <>
                  <Share />
                  {objecting ? (
                    <Link to={`/public/results/${competition.id}/objection?entry=${entry.id}`}>
                      <Button>{t('open.object')}</Button>
                    </Link>
                  ) : null}
                </>
              }
            >
              <article className="xh-section xp-project">
                <dl>
                  {facts
                    .filter(({ value }) => value)
                    .map(({ name, value }) => (
                      <div key={name}>
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                      </div>
                    ))}
                </dl>
                <h2>{t('open.summary')}</h2>
                <p>{summary}</p>
              </article>
              <p className="xp-back">
                <Link to={`/public/results/${competition.id}#${entry.category.code}`}>{t('open.all')}</Link>
              </p>
            </Page>
          );
        }}
      </Loaded>
    </>
  );
}
