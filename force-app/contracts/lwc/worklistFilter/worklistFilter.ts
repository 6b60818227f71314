// What the worklist can be narrowed to: shared by the worklist and by every figure that opens its rows there.
export { EXPIRY_WINDOWS, daysAhead, isByValue, isExpiryWindow, windowOrder, type ExpiryWindow } from './expiryWindows';
export {
  PARAMETERS,
  filtersFromState,
  filtersFromText,
  readFilters,
  sameFilters,
  stateWithFilters,
  type WorklistFilters,
} from './filterMemory';
export { NO_FILTERS, contractConditions, windowOf } from './contractConditions';
export type { ContractFilter, ContractOrder } from './contractFilter';
