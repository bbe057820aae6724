import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { ExemplarView } from './parts/exemplar-view.tsx';

/** One exemplary project, for signed-in people. */
export default function ExemplarScreen(): ReactNode {
  const { id = '' } = useParams();
  return <ExemplarView key={id} id={id} base="/library" />;
}
