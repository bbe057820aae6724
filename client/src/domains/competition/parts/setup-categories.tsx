import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useNameOf } from '#client/ui/core/named.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { listPath } from '#client/ui/list/list-state.ts';
import { findUnits } from '../../units/index.ts';
import { CATEGORY_UPDATE } from '../documents/edition-writes.ts';
import type { EditionView } from '../edition-types.ts';
import { LockNote } from './lock-note.tsx';
import { REFETCH, type SetupProps } from './setup-props.ts';

type CategoryView = EditionView['categories'][number];

/** The nine categories of an edition: their names on the notice and the host that leads each. */
export function SetupCategories({ edition, facts }: SetupProps): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <>
      <p className="xh-hint xc-gap">{t('categories.hint')}</p>
      <LockNote lock={facts.manages ? null : { why: 'right' }} />
      <ul className="xc-cards">
        {edition.categories.map((category) => (
          <CategoryCard
            key={`${category.id}:${category.version}`}
            category={category}
            editionId={edition.id}
            off={!facts.manages}
          />
        ))}
      </ul>
    </>
  );
}

function CategoryCard(props: { category: CategoryView; editionId: string; off: boolean }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const { category, off } = props;
  const [draft, setDraft] = useState({
    title: category.title,
    titleEn: category.titleEn,
    leadHostId: category.leadHost?.id ?? null,
  });
  const [update, busy] = useWrite(CATEGORY_UPDATE, REFETCH);
  const dirty =
    draft.title !== category.title ||
    draft.titleEn !== category.titleEn ||
    draft.leadHostId !== (category.leadHost?.id ?? null);
  const save = async (): Promise<void> => {
    const outcome = await update({ input: { id: category.id, version: category.version, ...draft } });
    if (outcome.ok) notice.success(t('setup.saved'));
    else notice.error(outcome.message);
  };
  const nameOf = useNameOf();
  const lead = category.leadHost;
  const name = label(CATEGORIES[category.code]);
  const entries = listPath('/entries', { categoryCode: [category.code] });
  return (
    <li className="xc-card" aria-label={name}>
      <p className="xc-card-head">
        <b>{name}</b>
        <Link to={`${entries}&edition=${props.editionId}`}>
          {t('categories.entries')} {formatNumber(category.entryCount)}
        </Link>
      </p>
      <Input
        value={draft.title}
        maxLength={40}
        disabled={off}
        aria-label={`${name} ${t('categories.title')}`}
        onChange={(event) => setDraft({ ...draft, title: event.target.value })}
      />
      <Input
        value={draft.titleEn}
        maxLength={100}
        disabled={off}
        aria-label={`${name} ${t('categories.titleEn')}`}
        placeholder={t('categories.titleEn')}
        onChange={(event) => setDraft({ ...draft, titleEn: event.target.value })}
      />
      <RemoteSelect
        find={findUnits}
        value={draft.leadHostId}
        known={lead ? { value: lead.id, label: nameOf(lead) } : null}
        placeholder={t('categories.leadHost')}
        aria-label={`${name} ${t('categories.leadHost')}`}
        allowClear
        disabled={off}
        onChange={(leadHostId) => setDraft({ ...draft, leadHostId })}
      />
      {dirty ? (
        <Button size="small" type="primary" loading={busy} onClick={() => void save()}>
          {t('categories.save')}
        </Button>
      ) : null}
    </li>
  );
}
