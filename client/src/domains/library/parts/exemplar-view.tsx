import '../library.css';
import { EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { CATEGORIES, type CategoryCode } from '@xinghuo/shared/competition/category';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NOTHING } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { EXEMPLAR, EXEMPLARS } from '../documents.ts';
import { pointsOf, wordsOf } from '../words.ts';

/** Other projects of the same category. */
function Alike(props: { id: string; category: CategoryCode; base: string }): ReactNode {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const { data } = useQuery(EXEMPLARS, {
    variables: { first: 7, filter: { category: { eq: props.category } } },
  });
  const others = (data?.exemplarProjects.nodes ?? []).filter(({ id }) => id !== props.id).slice(0, 6);
  if (others.length === 0) return null;
  return (
    <aside className="xh-exemplar-also">
      <h2>{t('next')}</h2>
      <ul>
        {others.map((project) => (
          <li key={project.id}>
            <Link to={`${props.base}/${project.id}`}>{wordsOf(project, language).title}</Link>
            <span className="xh-hint"> {project.organisation}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** One project to read: what it does, what another team can take over, and more of its kind. */
export function ExemplarView({ id, base }: { id: string; base: '/library' | '/exemplars' }): ReactNode {
  const { t } = useTranslation('library');
  const label = useLabel();
  const language = useLanguage();
  const can = useCan();
  const result = useQuery(EXEMPLAR, { variables: { id } });
  return (
    <Loaded result={result}>
      {({ exemplarProject: project }) => {
        if (!project) return <Missing />;
        const { title, summary } = wordsOf(project, language);
        const points = pointsOf(project, language);
        return (
          <DetailPage
            title={title}
            backTo={base}
            state={<span className="xh-hint">{label(CATEGORIES[project.category])}</span>}
            actions={
              <>
                <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                  {t('print')}
                </Button>
                {base === '/library' && can('library.manage') ? (
                  <Link to={`/library/${id}/edit`}>
                    <Button icon={<EditOutlined />}>{t('edit')}</Button>
                  </Link>
                ) : null}
              </>
            }
            facts={[
              { label: t('organisation'), value: project.organisation },
              { label: t('region'), value: project.region },
              { label: t('award'), value: project.award || NOTHING },
              { label: t('year'), value: project.year ?? NOTHING },
            ]}
          >
            <div className="xh-exemplar">
              <h2>{t('summary')}</h2>
              <p className="xh-prose">{summary}</p>
              <h2>{t('points')}</h2>
              {points.length === 0 ? (
                <p className="xh-hint">
                  {t('noPoints')} {t('noPointsHint')}
                </p>
              ) : (
                <>
                  <ol>
                    {points.map((point) => (
                      <li key={point}>{point}</li>
                    ))}
                  </ol>
                  <p className="xh-hint">{t('use')}</p>
                </>
              )}
            </div>
            <Alike id={project.id} category={project.category} base={base} />
          </DetailPage>
        );
      }}
    </Loaded>
  );
}
