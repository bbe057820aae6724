import { defineRead } from '../../platform/read/define-read.ts';
import { regionAccess } from './region.access.ts';
import { Region } from './region.entity.ts';

/** How a region is read. */
export const regionRead = defineRead({ type: 'Region', entity: Region, access: regionAccess });
