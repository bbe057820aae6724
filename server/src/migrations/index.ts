import type { MigrationStep } from '../platform/database/index.ts';
import { Foundation } from './001-foundation.ts';
import { Platform } from './002-platform.ts';
import { Identity } from './003-identity.ts';
import { Files } from './004-files.ts';
import { Places } from './005-places.ts';
import { Units } from './006-units.ts';
import { Teams } from './007-teams.ts';
import { Competition } from './008-competition.ts';
import { Imports } from './009-imports.ts';
import { Library } from './010-library.ts';
import { Judging } from './011-judging.ts';
import { Training } from './012-training.ts';
import { Publication } from './013-publication.ts';
import { AuditFilters } from './014-audit-filters.ts';
import { Indexes } from './015-indexes.ts';
import { Office } from './016-office.ts';
import { JudgingDay } from './017-judging-day.ts';
import { Presentations } from './018-presentations.ts';
import { Analysis } from './019-analysis.ts';
import { OpenedOrder } from './020-opened-order.ts';
import { PlanSteps } from './021-plan-steps.ts';
import { FileTexts } from './022-file-texts.ts';
import { ImportsInBackground } from './023-imports-in-background.ts';
import { AppendedTurns } from './024-appended-turns.ts';
import { JudgeDays } from './025-judge-days.ts';
import { PracticeExemplars } from './026-practice-exemplars.ts';

/** Every migration in the order it runs. Add at the end; never edit, rename or remove one that has been released. */
export const migrations: readonly MigrationStep[] = [
  { name: '001-foundation', migration: Foundation },
  { name: '002-platform', migration: Platform },
  { name: '003-identity', migration: Identity },
  { name: '004-files', migration: Files },
  { name: '005-places', migration: Places },
  { name: '006-units', migration: Units },
  { name: '007-teams', migration: Teams },
  { name: '008-competition', migration: Competition },
  { name: '009-imports', migration: Imports },
  { name: '010-library', migration: Library },
  { name: '011-judging', migration: Judging },
  { name: '012-training', migration: Training },
  { name: '013-publication', migration: Publication },
  { name: '014-audit-filters', migration: AuditFilters },
  { name: '015-indexes', migration: Indexes },
  { name: '016-office', migration: Office },
  { name: '017-judging-day', migration: JudgingDay },
  { name: '018-presentations', migration: Presentations },
  { name: '019-analysis', migration: Analysis },
  { name: '020-opened-order', migration: OpenedOrder },
  { name: '021-plan-steps', migration: PlanSteps },
  { name: '022-file-texts', migration: FileTexts },
  { name: '023-imports-in-background', migration: ImportsInBackground },
  { name: '024-appended-turns', migration: AppendedTurns },
  { name: '025-judge-days', migration: JudgeDays },
  { name: '026-practice-exemplars', migration: PracticeExemplars },
];
