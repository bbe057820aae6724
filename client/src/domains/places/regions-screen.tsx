import './places.css';
import { useQuery } from '@apollo/client/react';
import { Tree, TreeSelect } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useNarrow } from '#client/ui/core/environment.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { RemoteSelect } from '#client/ui/form/remote-select.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page } from '#client/ui/show/page.tsx';
import { REGION_TREE } from './documents.ts';
import { findRegions } from './find-regions.ts';
import { RegionView } from './parts/region-view.tsx';
import { regionTree } from './region-tree.ts';

/** The city and its parts: a tree, and for the chosen one its numbers and what lies directly below. `?at=` names it. */
export default function RegionsScreen(): ReactNode {
  const { t } = useTranslation('places');
  const language = useLanguage();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const result = useQuery(REGION_TREE);
  const rows = result.data?.regions.nodes;
  const tree = useMemo(
    () => regionTree(rows ?? [], ({ name, nameEn }) => (language === 'en' && nameEn ? nameEn : name)),
    [rows, language],
  );
  const at = params.get('at') ?? tree[0]?.key;
  const go = (id: string | null | undefined): void => {
    if (id) void navigate(`/regions?at=${id}`);
  };
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      actions={
        <div className="xh-places-jump">
          <RemoteSelect
            key={at}
            find={findRegions}
            placeholder={t('jump')}
            aria-label={t('jump')}
            onChange={go}
          />
        </div>
      }
    >
      <Loaded result={result}>
        {() => (
          <div className="xh-places">
            {narrow ? (
              <TreeSelect
                treeData={tree}
                value={at}
                aria-label={t('choose')}
                treeDefaultExpandedKeys={tree.map(({ key }) => key)}
                onChange={go}
              />
            ) : (
              <nav className="xh-places-tree" aria-label={t('tree')}>
                <Tree
                  blockNode
                  treeData={tree}
                  selectedKeys={at ? [at] : []}
                  defaultExpandedKeys={[...tree.map(({ key }) => key), ...(at ? [at] : [])]}
                  defaultExpandParent
                  onSelect={(keys) => go(keys[0] === undefined ? undefined : String(keys[0]))}
                />
              </nav>
            )}
            {at ? <RegionView key={at} id={at} /> : null}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
