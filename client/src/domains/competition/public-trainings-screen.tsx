import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import LeaderTrainingsScreen from './leader-trainings-screen.tsx';
import './public.css';
import { PUBLIC_EDITIONS } from './public-documents.ts';
import { publishedEdition } from './public-editions.ts';
import { PublicNav } from './public-nav.tsx';

/** Training sessions for everybody, as the notice announces them; who leads a team registers after signing in. */
export default function PublicTrainingsScreen(): ReactNode {
  const { data } = useQuery(PUBLIC_EDITIONS);
  return (
    <>
      <PublicNav results={publishedEdition(data?.competitions.nodes ?? [])?.id} />
      <LeaderTrainingsScreen />
    </>
  );
}
