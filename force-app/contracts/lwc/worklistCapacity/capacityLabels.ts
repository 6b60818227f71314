// Every word of the manager's view.
import addCapacity from '@salesforce/label/c.Capacity_Add';
import balanceOver from '@salesforce/label/c.Capacity_Over';
import balanceRoom from '@salesforce/label/c.Capacity_Room';
import balanceUnknown from '@salesforce/label/c.Capacity_Balance_Unknown';
import capacityMissing from '@salesforce/label/c.Capacity_Missing';
import columnBalance from '@salesforce/label/c.Capacity_Column_Balance';
import columnCalls from '@salesforce/label/c.Capacity_Column_Calls';
import columnContracts from '@salesforce/label/c.Capacity_Column_Contracts';
import columnWeek from '@salesforce/label/c.Capacity_Column_Week';
import hint from '@salesforce/label/c.Capacity_Hint';
import loading from '@salesforce/label/c.Worklist_Loading';
import missed from '@salesforce/label/c.Capacity_Missed';
import nobody from '@salesforce/label/c.Capacity_Nobody';
import subtitle from '@salesforce/label/c.Capacity_Subtitle';
import tiles from '@salesforce/label/c.Capacity_Tiles';
import title from '@salesforce/label/c.Capacity_Title';
import total from '@salesforce/label/c.Capacity_Total';
import unkept from '@salesforce/label/c.Capacity_Unkept';
import week from '@salesforce/label/c.Worklist_Window_Period';

export const LABELS = {
  addCapacity,
  balanceOver,
  balanceRoom,
  balanceUnknown,
  capacityMissing,
  columnBalance,
  columnCalls,
  columnContracts,
  columnWeek,
  hint,
  loading,
  missed,
  nobody,
  subtitle,
  tiles,
  title,
  total,
  unkept,
  week,
} as const;
