import { useQuery } from '@apollo/client/react';
import type { CategoryCode } from '@xinghuo/shared/competition/category';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '#client/ui/show/page.tsx';
import { LEARN } from './documents/leader-begin.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';

/** A few exemplary projects of the same category; they open beside the form, which stays as it is. */
export function Learn({ category }: { category: CategoryCode | undefined }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const { data } = useQuery(LEARN, {
    variables: { filter: category ? { category: { eq: category } } : {} },
    skip: category === undefined,
  });
  if (!category || !data) return null;
  const { nodes, totalCount } = data.exemplarProjects;
  return (
    <Section
      title={t('wizard.learn')}
      extra={
        (totalCount ?? 0) > nodes.length ? (
          <Link to={`/library?category=${category}`} target="_blank">
            {t('wizard.learnAll', { count: totalCount ?? 0 })}
          </Link>
        ) : undefined
      }
    >
      {nodes.length === 0 ? <p className="xh-hint">{t('wizard.learnNone')}</p> : null}
      <ul className="xl-learn">
        {nodes.map((one) => (
          <li key={one.id}>
            <Link to={`/library/${one.id}`} target="_blank">
              {titleOf({ title: one.title, titleEn: one.titleEn ?? '' })}
            </Link>
            <span className="xh-hint">
              {one.organisation}
              {one.year ? ` · ${one.year}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
