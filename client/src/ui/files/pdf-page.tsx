import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** More pixels than this make a phone run out of memory; the page is then drawn coarser. */
const MAX_PIXELS = 8_000_000;

/** One page, drawn while it is in view or near it and dropped when it is far. */
export function PdfPage(props: {
  pdf: PDFDocumentProxy;
  number: number;
  /** CSS pixels. */
  width: number;
  /** Height by width, until the page says its own. */
  shape: number;
  onInView: (page: number) => void;
}): ReactNode {
  const { t } = useTranslation('kit');
  const { pdf, number, width, onInView } = props;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [shape, setShape] = useState<number>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '600px 0px',
    });
    // The page whose middle crosses the screen's middle is the one being read.
    const reading = new IntersectionObserver(([entry]) => entry?.isIntersecting && onInView(number), {
      rootMargin: '-45% 0px -45% 0px',
    });
    watch.observe(element);
    reading.observe(element);
    return () => {
      watch.disconnect();
      reading.disconnect();
    };
  }, [number, onInView]);

  useEffect(() => {
    if (!near) return;
    let current = true;
    let task: RenderTask | undefined;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const place = canvas.current;
      if (!current || !place) return;
      const natural = page.getViewport({ scale: 1 });
      setShape(natural.height / natural.width);
      const dense = Math.min(
        window.devicePixelRatio || 1,
        Math.sqrt(MAX_PIXELS / (width * width * (natural.height / natural.width))),
      );
      const viewport = page.getViewport({ scale: (width / natural.width) * dense });
      place.width = Math.floor(viewport.width);
      place.height = Math.floor(viewport.height);
      task = page.render({ canvas: place, viewport });
      await task.promise;
    };
    draw().catch((error: unknown) => {
      // A drawing that was stopped because the page left or the zoom changed is no failure.
      if (current && !(error instanceof Error && error.name === 'RenderingCancelledException'))
        setFailed(true);
    });
    return () => {
      current = false;
      task?.cancel();
    };
  }, [near, pdf, number, width]);

  return (
    <div
      ref={box}
      className="xh-document-page"
      style={{ width, height: Math.round(width * (shape ?? props.shape)) }}
      role="img"
      aria-label={t('view.page', { page: number, pages: pdf.numPages })}
    >
      {near && !failed ? <canvas ref={canvas} /> : null}
      {failed ? <p className="xh-hint">{t('view.documentFailed')}</p> : null}
    </div>
  );
}
