import { AUDIT_PERMISSIONS } from '@xinghuo/shared/audit/permissions';
import type { Domain } from '../../platform/domain.ts';
import { AuditResolver } from './audit.resolver.ts';
import './audit-export.ts';

/** The audit log for those who audit; it is written by the platform with every step. */
export const audit: Domain = {
  name: 'audit',
  permissions: AUDIT_PERMISSIONS,
  entities: [],
  resolvers: [AuditResolver],
};
