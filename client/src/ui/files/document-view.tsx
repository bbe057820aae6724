import { lazy, type ReactNode, Suspense } from 'react';
import { LoadingState } from '../show/states.tsx';
import { FileList, viewKind } from './file-list.tsx';
import type { StoredFile } from './upload.ts';

const PdfView = lazy(() => import('./pdf-view.tsx'));
const ImageView = lazy(() => import('./image-view.tsx'));

/** A document beside the page: PDF or image; any other kind is offered for download. */
export function DocumentView(props: {
  file: Pick<StoredFile, 'id' | 'name' | 'kind'> & { readonly size?: number };
  /** Documents under one key share the zoom that the reader chose. */
  zoomKey: string;
  /** An address other than `/files/:id`. */
  src?: string;
}): ReactNode {
  const { file, zoomKey } = props;
  const src = props.src ?? `/files/${encodeURIComponent(file.id)}`;
  const view = viewKind(file.kind);
  if (!view) return <FileList files={[{ ...file, size: file.size ?? 0 }]} />;
  const View = view === 'pdf' ? PdfView : ImageView;
  return (
    <Suspense fallback={<LoadingState />}>
      <View key={src} src={src} name={file.name} zoomKey={zoomKey} />
    </Suspense>
  );
}
