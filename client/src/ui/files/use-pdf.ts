import type { PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';

/** Opens a PDF; `pdf` is undefined until it is open. Character maps and decoders come from this site. */
export function usePdf(src: string): { pdf: PDFDocumentProxy | undefined; failed: boolean } {
  const [state, setState] = useState<{ src: string; pdf?: PDFDocumentProxy; failed: boolean }>({
    src,
    failed: false,
  });
  useEffect(() => {
    let current = true;
    let close = (): void => undefined;
    setState({ src, failed: false });
    const open = async (): Promise<void> => {
      const library = await import('pdfjs-dist');
      library.GlobalWorkerOptions.workerSrc = worker;
      const task = library.getDocument({
        url: src,
        cMapUrl: '/pdfjs/cmaps/',
        cMapPacked: true,
        standardFontDataUrl: '/pdfjs/standard_fonts/',
        wasmUrl: '/pdfjs/wasm/',
        // A document is data from strangers: its forms are not brought to life.
        enableXfa: false,
      });
      close = () => void task.destroy();
      if (!current) return close();
      const pdf = await task.promise;
      if (current) setState({ src, pdf, failed: false });
    };
    open().catch(() => {
      if (current) setState({ src, failed: true });
    });
    return () => {
      current = false;
      close();
    };
  }, [src]);
  return state.src === src ? { pdf: state.pdf, failed: state.failed } : { pdf: undefined, failed: false };
}
