import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../core/format.ts';
import { useLanguage } from '../core/language.ts';
import { notice } from '../core/notice.ts';
import { exportAddress, type ListState } from './list-state.ts';

/** From this total on the server stops counting: how long such a list really is has to be asked. */
export const COUNTED = 10_000;

/** Where an export of the list stops; null when it takes the whole of it, or when nobody could say. */
export async function exportStopsAt(address: string): Promise<number | null> {
  try {
    const response = await fetch(address, { method: 'HEAD', credentials: 'same-origin' });
    return Number(response.headers.get('x-export-stopped-at')) || null;
  } catch {
    // The file says it too.
    return null;
  }
}

/** Saves the list as it stands, with its filters and order, as a workbook; says so when the list is too long for one. */
export function ExportButton(props: {
  path: string;
  filter: object;
  sort: ListState['sort'];
  total: number | null | undefined;
}): ReactNode {
  const { t } = useTranslation('kit');
  const language = useLanguage();
  const address = exportAddress(props.path, props.filter, props.sort, language);
  const tell = async (): Promise<void> => {
    const rows = await exportStopsAt(address);
    if (rows !== null) notice.warning(t('list.exportStopped', { rows: formatNumber(rows) }));
  };
  return (
    <Button
      icon={<DownloadOutlined />}
      href={address}
      download
      aria-label={t('action.export')}
      title={t('action.export')}
      onClick={() => {
        if ((props.total ?? 0) >= COUNTED) void tell();
      }}
    />
  );
}
