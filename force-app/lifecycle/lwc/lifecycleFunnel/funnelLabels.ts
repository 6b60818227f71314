// Every word that the funnel shows.
import bar from '@salesforce/label/c.Funnel_Bar';
import clearFilters from '@salesforce/label/c.Funnel_Clear_Filters';
import columnIn from '@salesforce/label/c.Funnel_Column_In';
import columnMedian from '@salesforce/label/c.Funnel_Column_Median';
import columnNext from '@salesforce/label/c.Funnel_Column_Next';
import columnNow from '@salesforce/label/c.Funnel_Column_Now';
import columnOut from '@salesforce/label/c.Funnel_Column_Out';
import columnOverTarget from '@salesforce/label/c.Funnel_Column_Over_Target';
import columnStage from '@salesforce/label/c.Funnel_Column_Stage';
import columnStuck from '@salesforce/label/c.Funnel_Column_Stuck';
import emptyText from '@salesforce/label/c.Funnel_Empty_Text';
import emptyTitle from '@salesforce/label/c.Funnel_Empty_Title';
import explain from '@salesforce/label/c.Funnel_Explain';
import glance from '@salesforce/label/c.Funnel_Glance';
import hail from '@salesforce/label/c.Funnel_Hail';
import maximumOf from '@salesforce/label/c.Funnel_Maximum_Of';
import noDays from '@salesforce/label/c.Funnel_No_Days';
import nobodyLeft from '@salesforce/label/c.Funnel_Nobody_Left';
import openIn from '@salesforce/label/c.Funnel_Open_In';
import openInBefore from '@salesforce/label/c.Funnel_Open_In_Before';
import openNext from '@salesforce/label/c.Funnel_Open_Next';
import openNow from '@salesforce/label/c.Funnel_Open_Now';
import openOut from '@salesforce/label/c.Funnel_Open_Out';
import openOutBefore from '@salesforce/label/c.Funnel_Open_Out_Before';
import openOverTarget from '@salesforce/label/c.Funnel_Open_Over_Target';
import openStuck from '@salesforce/label/c.Funnel_Open_Stuck';
import openUndated from '@salesforce/label/c.Funnel_Open_Undated';
import openUnplaced from '@salesforce/label/c.Funnel_Open_Unplaced';
import partialText from '@salesforce/label/c.Funnel_Partial_Text';
import subtitle from '@salesforce/label/c.Funnel_Subtitle';
import summary from '@salesforce/label/c.Funnel_Summary';
import targetOf from '@salesforce/label/c.Funnel_Target_Of';
import tileOverTarget from '@salesforce/label/c.Funnel_Tile_Over_Target';
import tilePositions from '@salesforce/label/c.Funnel_Tile_Positions';
import tileStuck from '@salesforce/label/c.Funnel_Tile_Stuck';
import tileUndatedOne from '@salesforce/label/c.Funnel_Tile_Undated_One';
import tileUndatedOther from '@salesforce/label/c.Funnel_Tile_Undated_Other';
import tileUnplacedOne from '@salesforce/label/c.Funnel_Tile_Unplaced_One';
import tileUnplacedOther from '@salesforce/label/c.Funnel_Tile_Unplaced_Other';
import title from '@salesforce/label/c.Funnel_Title';
import total from '@salesforce/label/c.Funnel_Total';
import wasBefore from '@salesforce/label/c.Funnel_Was_Before';

export const LABELS = {
  bar,
  clearFilters,
  columnIn,
  columnMedian,
  columnNext,
  columnNow,
  columnOut,
  columnOverTarget,
  columnStage,
  columnStuck,
  emptyText,
  emptyTitle,
  explain,
  glance,
  hail,
  maximumOf,
  noDays,
  nobodyLeft,
  openIn,
  openInBefore,
  openNext,
  openNow,
  openOut,
  openOutBefore,
  openOverTarget,
  openStuck,
  openUndated,
  openUnplaced,
  partialText,
  subtitle,
  summary,
  targetOf,
  tileOverTarget,
  tilePositions,
  tileStuck,
  tileUndatedOne,
  tileUndatedOther,
  tileUnplacedOne,
  tileUnplacedOther,
  title,
  total,
  wasBefore,
} as const;
