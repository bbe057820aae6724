import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

/** A tab of a page that is no detail page. */
export interface UrlTab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Tabs whose choice stands in the address as `?tab=`; Back leads out of the page and not through its tabs. */
export function UrlTabs({ tabs }: { tabs: readonly UrlTab[] }): ReactNode {
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  return (
    <Tabs
      activeKey={tabs.find(({ key }) => key === asked)?.key ?? tabs[0]?.key}
      destroyOnHidden
      onChange={(tab) =>
        setParams(
          (before) => {
            const kept = new URLSearchParams();
            for (const key of ['edition', 'round']) {
              const value = before.get(key);
              if (value) kept.set(key, value);
            }
            kept.set('tab', tab);
            return kept;
          },
          { replace: true, preventScrollReset: true },
        )
      }
      items={tabs.map(({ key, label, content }) => ({ key, label, children: content }))}
    />
  );
}
