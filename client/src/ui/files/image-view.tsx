import { RotateRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../show/states.tsx';
import { useZoom, ZoomBar } from './zoom-bar.tsx';

/** An image beside the page, with zoom and rotation. */
export default function ImageView(props: { src: string; name: string; zoomKey: string }): ReactNode {
  const { t } = useTranslation('kit');
  const [zoom, setZoom] = useZoom(props.zoomKey);
  const [turns, setTurns] = useState(0);
  const [failed, setFailed] = useState(false);
  return (
    <section className="xh-document" aria-label={props.name}>
      <ZoomBar name={props.name} zoom={zoom} onZoom={setZoom}>
        <Button
          type="text"
          icon={<RotateRightOutlined />}
          aria-label={t('view.rotate')}
          onClick={() => setTurns((before) => (before + 1) % 4)}
        />
      </ZoomBar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <div className="xh-document-pages" tabIndex={0}>
        {failed ? (
          <EmptyState title={t('view.documentFailed')} />
        ) : (
          <img
            className="xh-document-image"
            src={props.src}
            alt={props.name}
            style={{ width: `${zoom * 100}%`, transform: `rotate(${turns * 90}deg)` }}
            onError={() => setFailed(true)}
          />
        )}
      </div>
    </section>
  );
}
