import type { ReactNode } from 'react';

/** A text that may be longer than its column: cut with an ellipsis, whole on hover and for screen readers. */
export function Clip({ text }: { text: string | null | undefined }): ReactNode {
  return text ? (
    <span className="xh-clip" title={text}>
      {text}
    </span>
  ) : null;
}
