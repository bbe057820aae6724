import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { ExemplarView } from './parts/exemplar-view.tsx';

/** One exemplary project, for everybody. */
export default function PublicExemplar(): ReactNode {
  const { id = '' } = useParams();
  return <ExemplarView key={id} id={id} base="/exemplars" />;
}
