import { ColumnWidthOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStored } from '../core/stored.ts';

/** A document's size on screen: as wide as its place, or that times a factor. */
export const ZOOM = { min: 0.4, max: 4, step: 1.2 } as const;

/** The zoom of all documents under one key, found again at the next document and the next visit. 1 fits the width. */
export function useZoom(key: string): [number, (zoom: number) => void] {
  return useStored(`zoom:${key}`, 1, (value) =>
    typeof value === 'number' && value >= ZOOM.min && value <= ZOOM.max ? value : undefined,
  );
}

/** Name, place in the document, and the buttons for its size. */
export function ZoomBar(props: {
  name: string;
  zoom: number;
  onZoom: (zoom: number) => void;
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('kit');
  const { zoom, onZoom } = props;
  return (
    <div className="xh-document-bar">
      <span className="xh-file-name" title={props.name}>
        {props.name}
      </span>
      {props.children}
      <Button
        type="text"
        icon={<MinusOutlined />}
        aria-label={t('view.zoomOut')}
        disabled={zoom <= ZOOM.min}
        onClick={() => onZoom(Math.max(ZOOM.min, zoom / ZOOM.step))}
      />
      <span>{Math.round(zoom * 100)} %</span>
      <Button
        type="text"
        icon={<PlusOutlined />}
        aria-label={t('view.zoomIn')}
        disabled={zoom >= ZOOM.max}
        onClick={() => onZoom(Math.min(ZOOM.max, zoom * ZOOM.step))}
      />
      <Button
        type="text"
        icon={<ColumnWidthOutlined />}
        aria-label={t('view.fitWidth')}
        title={t('view.fitWidth')}
        onClick={() => onZoom(1)}
      />
    </div>
  );
}
