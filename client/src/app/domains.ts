import { audit } from '../domains/audit/index.ts';
import { competition } from '../domains/competition/index.ts';
import { help } from '../domains/help/index.ts';
import { identity } from '../domains/identity/index.ts';
import { imports } from '../domains/imports/index.ts';
import { jobs } from '../domains/jobs/index.ts';
import { judging } from '../domains/judging/index.ts';
import { library } from '../domains/library/index.ts';
import { places } from '../domains/places/index.ts';
import { teams } from '../domains/teams/index.ts';
import { units } from '../domains/units/index.ts';

/** The domains of the product, in their order of dependence. A new one is one line here. */
export const DOMAINS = [
  identity,
  jobs,
  audit,
  places,
  units,
  teams,
  competition,
  library,
  judging,
  imports,
  help,
] as const;
