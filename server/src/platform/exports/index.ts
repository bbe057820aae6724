export { defineExport, type ExportColumn } from './export-list.ts';
export { serveExports } from './serve-exports.ts';
