// The shapes of the points, as SVG paths in a square of 24, filled by the even-odd rule.
import type { Kind, Mark } from './kinds';

const BAR = 'M1 8h22v8H1z';

export const MARK_PATHS: Readonly<Record<Mark, string>> = {
  done: 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19zM10.6 16.6l-4-4 1.6-1.6 2.4 2.4 5.2-5.2 1.6 1.6z',
  planned: 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19zM12 5.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  meeting:
    'M6 2h2.5v2h7V2H18v2h2a1.5 1.5 0 0 1 1.5 1.5v14A1.5 1.5 0 0 1 20 21H4a1.5 1.5 0 0 1-1.5-1.5v-14A1.5 1.5 0 0 1 4 4h2zM5 9v9.5h14V9zM7.5 11.5h4v4h-4z',
  feedback: 'M3.5 2.5h17a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H13l-5 4.5v-4.5H3.5a2 2 0 0 1-2-2v-12a2 2 0 0 1 2-2z',
  exit: 'M12 1 23 12 12 23 1 12zM8.9 7.4 7.4 8.9l3.1 3.1-3.1 3.1 1.5 1.5 3.1-3.1 3.1 3.1 1.5-1.5-3.1-3.1 3.1-3.1-1.5-1.5-3.1 3.1z',
  'win-back': 'M12.5 3.5a8.8 8.8 0 1 1-8.6 10.6l2.9-.6a5.8 5.8 0 1 0 5.7-7v3.4L6 5.2 12.5.6z',
  touch:
    'M3 4.5h18a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 18V6A1.5 1.5 0 0 1 3 4.5zM4.2 7l7.8 5.9L19.8 7l1.1 1.5-8.9 6.7-8.9-6.7z',
  campaign: 'M4.5 1.5H7V3h14l-3.8 5.3L21 13.5H7v9H4.5z',
};

/** The shape that stands for a whole kind; what is drawn as a bar or a band is one here too. */
export const KIND_PATHS: Readonly<Record<Kind, string>> = {
  competitor: BAR,
  own: BAR,
  stage: BAR,
  contact: MARK_PATHS.planned,
  feedback: MARK_PATHS.feedback,
  exit: MARK_PATHS.exit,
  campaign: MARK_PATHS.campaign,
};
