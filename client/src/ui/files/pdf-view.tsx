import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadingState } from '../show/states.tsx';
import { PdfPage } from './pdf-page.tsx';
import { usePdf } from './use-pdf.ts';
import { useZoom, ZoomBar } from './zoom-bar.tsx';

/** Width of the place for pages, in CSS pixels. */
function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver>(undefined);
  const attach = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.current.observe(element);
  }, []);
  return [attach, width];
}

function Pages({
  pdf,
  zoom,
  onPage,
}: {
  pdf: PDFDocumentProxy;
  zoom: number;
  onPage: (page: number) => void;
}): ReactNode {
  const [attach, width] = useWidth();
  const [shape, setShape] = useState(Math.SQRT2);
  useEffect(() => {
    let current = true;
    // The first page's form holds the place of pages that are not drawn yet.
    void pdf.getPage(1).then((page) => {
      const { width: w, height: h } = page.getViewport({ scale: 1 });
      if (current) setShape(h / w);
    });
    return () => {
      current = false;
    };
  }, [pdf]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="xh-document-pages" tabIndex={0}>
      <div ref={attach}>
        {width > 0
          ? Array.from({ length: pdf.numPages }, (_, index) => (
              <PdfPage
                // biome-ignore lint/suspicious/noArrayIndexKey: a page's number is its identity
                key={index}
                pdf={pdf}
                number={index + 1}
                width={Math.round(width * zoom)}
                shape={shape}
                onInView={onPage}
              />
            ))
          : null}
      </div>
    </div>
  );
}

/** A PDF beside the page: pages are drawn as they come into view; the zoom stays from one document to the next. */
export default function PdfView(props: { src: string; name: string; zoomKey: string }): ReactNode {
  const { t } = useTranslation('kit');
  const [zoom, setZoom] = useZoom(props.zoomKey);
  const [page, setPage] = useState(1);
  const { pdf, failed } = usePdf(props.src);
  return (
    <section className="xh-document" aria-label={props.name}>
      <ZoomBar name={props.name} zoom={zoom} onZoom={setZoom}>
        {pdf ? <span className="xh-hint">{t('view.page', { page, pages: pdf.numPages })}</span> : null}
      </ZoomBar>
      {failed ? <EmptyState title={t('view.documentFailed')} /> : null}
      {!pdf && !failed ? <LoadingState /> : null}
      {pdf ? <Pages pdf={pdf} zoom={zoom} onPage={setPage} /> : null}
    </section>
  );
}
