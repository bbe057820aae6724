import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useShortcuts } from '#client/ui/core/shortcuts.ts';
import { ENTRY_NEIGHBOURS } from '../documents/entries.ts';
import { type EntryPlace, entryListArguments, entryPath } from '../entry-list.ts';
import { useEditionTitle } from './edition-gate.tsx';

/** The entries before and behind this one in the table it was opened from; with the keys `[` and `]`. */
export function EntryNeighbours(props: { place: EntryPlace; competitionId: string }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const navigate = useNavigate();
  const location = useLocation();
  const [params] = useSearchParams();
  const { place } = props;
  const { data } = useQuery(ENTRY_NEIGHBOURS, {
    variables: { cursor: place.cursor, ...entryListArguments(place.list, props.competitionId) },
    fetchPolicy: 'cache-and-network',
  });
  const before = data?.before.edges[0];
  const behind = data?.behind.edges[0];
  const go = (edge: typeof before): void => {
    if (!edge) return;
    // Replaced, so that Back still leads to the table.
    void navigate(
      entryPath(edge.node.id, { list: place.list, cursor: edge.cursor }, params.get('tab') ?? undefined),
      { replace: true, state: location.state },
    );
  };
  useShortcuts(t('entry.place'), [
    { keys: '[', label: t('entry.previous'), run: () => go(before) },
    { keys: ']', label: t('entry.next'), run: () => go(behind) },
  ]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons that belong together, no fieldset of a form
    <span role="group" aria-label={t('entry.place')} className="xc-neighbours">
      <Button
        icon={<LeftOutlined />}
        disabled={!before}
        aria-label={t('entry.previous')}
        title={before ? `${t('entry.previous')} [ · ${titleOf(before.node)}` : t('entry.previous')}
        onClick={() => go(before)}
      />
      <Button
        icon={<RightOutlined />}
        disabled={!behind}
        aria-label={t('entry.next')}
        title={behind ? `${t('entry.next')} ] · ${titleOf(behind.node)}` : t('entry.next')}
        onClick={() => go(behind)}
      />
    </span>
  );
}
