import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';

/** The address printed in notices leads to the library's own pages. */
export default function PublicLibraryScreen(): ReactNode {
  const { search } = useLocation();
  return <Navigate to={`/exemplars${search}`} replace />;
}
