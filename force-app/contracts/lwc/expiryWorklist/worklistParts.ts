// The parts of the worklist that it calls by their methods.
import type WorklistBulk from 'c/worklistBulk';
import type WorklistKeys from 'c/worklistKeys';
import type WorklistTable from 'c/worklistTable';

export type TablePart = HTMLElement & Pick<WorklistTable, 'focusRow'>;
export type BulkPart = HTMLElement & Pick<WorklistBulk, 'open'>;
export type KeysPart = HTMLElement & Pick<WorklistKeys, 'toggle'>;
