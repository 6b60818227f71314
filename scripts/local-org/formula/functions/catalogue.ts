// Every function that formulas may call, and those of the platform that the local org refuses by name.
import type { Rule } from '../term.ts';
import { OPERATORS } from '../operators.ts';
import { DATE_FUNCTIONS } from './date-functions.ts';
import { LOGIC_FUNCTIONS } from './logic-functions.ts';
import { MATH_FUNCTIONS } from './math-functions.ts';
import { SAVE_FUNCTIONS } from './save-functions.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';

/** Functions and operators by name in capitals. */
export const CATALOGUE: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...OPERATORS,
  ...LOGIC_FUNCTIONS,
  ...MATH_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...SAVE_FUNCTIONS,
]);

/** Functions whose value depends on the clock or on the save. */
export const VOLATILE: ReadonlySet<string> = new Set(['TODAY', 'NOW', 'TIMENOW', 'ISNEW', 'ISCHANGED', 'PRIORVALUE']);

/** Functions that the platform has and the local org does not imitate. */
export const REFUSED: ReadonlySet<string> = new Set([
  'CURRENCYRATE',
  'DISTANCE',
  'FORMATDURATION',
  'GEOLOCATION',
  'GETRECORDIDS',
  'GETSESSIONID',
  'HTMLENCODE',
  'IMAGEPROXYURL',
  'INCLUDE',
  'ISCLONE',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'PARENTGROUPVAL',
  'PREDICT',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'URLENCODE',
  'URLFOR',
  'VLOOKUP',
]);
