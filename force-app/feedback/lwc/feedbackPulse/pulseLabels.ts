// Every word of the card around scores, calls, trend and improvements.
import allScores from '@salesforce/label/c.Pulse_All_Scores';
import glance from '@salesforce/label/c.Pulse_Glance';
import noNps from '@salesforce/label/c.Pulse_No_Nps';
import partialText from '@salesforce/label/c.Pulse_Partial_Text';
import register from '@salesforce/label/c.Pulse_Register';
import subtitle from '@salesforce/label/c.Pulse_Subtitle';
import summary from '@salesforce/label/c.Pulse_Summary';
import tileAnswersOne from '@salesforce/label/c.Pulse_Tile_Answers_One';
import tileAnswersOther from '@salesforce/label/c.Pulse_Tile_Answers_Other';
import tileImprovementsOne from '@salesforce/label/c.Pulse_Tile_Improvements_One';
import tileImprovementsOther from '@salesforce/label/c.Pulse_Tile_Improvements_Other';
import tileNps from '@salesforce/label/c.Pulse_Tile_Nps';
import tileOpenOne from '@salesforce/label/c.Pulse_Tile_Open_One';
import tileOpenOther from '@salesforce/label/c.Pulse_Tile_Open_Other';
import tileOverdueOne from '@salesforce/label/c.Pulse_Tile_Overdue_One';
import tileOverdueOther from '@salesforce/label/c.Pulse_Tile_Overdue_Other';
import title from '@salesforce/label/c.Pulse_Title';

export const LABELS = {
  allScores,
  glance,
  noNps,
  partialText,
  register,
  subtitle,
  summary,
  tileAnswersOne,
  tileAnswersOther,
  tileImprovementsOne,
  tileImprovementsOther,
  tileNps,
  tileOpenOne,
  tileOpenOther,
  tileOverdueOne,
  tileOverdueOther,
  title,
} as const;
