// What the table draws: rows with their selection and details, in one group or a group per account.
import { countedLabel, fillLabel } from 'c/labelText';
import { groupByAccount, type ChannelVerdict, type WorklistRow } from 'c/worklistRow';
import { GROUP_COUNT, LABELS, STATEMENTS } from './tableLabels';

/** A row as the worklist hands it over. */
export interface TableRow extends WorklistRow {
  /** Address of the account; blank when it is hidden. */
  readonly href: string;
  /** Undefined when consent is not known here: not installed, not permitted, or not loaded. */
  readonly consent: readonly ChannelVerdict[] | undefined;
  /** "Call planned for 24-11-2026", or blank. */
  readonly plannedCall: string;
  readonly isCallOverdue: boolean;
  /** Other ends of the contract that were said: "or 30-06-2027?", and a sentence that explains it; blank where nobody contradicts. */
  readonly orEnds: string;
  readonly orEndsTitle: string;
  /** Said where there is no verdict on anybody of the account. */
  readonly nobody: string;
  /** The number to call; blank where none is known, and where nobody said that calling is allowed. */
  readonly phone: string;
}

export interface DrawnRow extends TableRow {
  readonly chipClass: string;
  readonly rowClass: string;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly expanded: string;
  readonly detailsKey: string;
  readonly selectLabel: string;
  readonly detailsLabel: string;
  readonly detailsTitle: string;
  /** Where the account is, and when there was contact: each stays on one line. */
  readonly below: readonly { readonly key: string; readonly text: string }[];
  /** Address at which a phone or a softphone takes over; blank without a number. */
  readonly dial: string;
  /** The same where there is no column of verdicts to hold it. */
  readonly dialBeside: string;
  readonly dialLabel: string;
  readonly valueClass: string;
  /** "64 of 100", a sentence that says of what, and the part of the meter that it fills. */
  readonly susceptibility: string;
  readonly susceptibilityTitle: string;
  readonly meter: string;
  readonly channels: readonly (ChannelVerdict & { readonly mark: string; readonly markClass: string; readonly title: string })[];
  /** All of them, for the details. */
  readonly verdicts: readonly ChannelVerdict[];
  readonly isWithoutConsent: boolean;
  /** The call that is planned, and why the row is here. */
  readonly reasons: readonly { readonly text: string; readonly look: string }[];
}

export interface DrawnGroup {
  readonly key: string;
  readonly rows: readonly DrawnRow[];
  readonly isHeaded: boolean;
  readonly first: DrawnRow | undefined;
  readonly ids: string;
  readonly count: string;
  readonly isSelected: boolean;
  readonly selectLabel: string;
}

export interface DrawSetting {
  readonly isGrouped: boolean;
  readonly selectedIds: readonly string[];
  readonly openIds: readonly string[];
  readonly language: string;
}

/** Not by colour alone: each verdict has a mark of its own. */
const MARKS = { May: '✓', 'Ask First': '?', 'May Not': '✕' } as const;
const MARK_CLASSES = { May: 'channel channel_may', 'Ask First': 'channel channel_ask', 'May Not': 'channel channel_not' } as const;

export function drawGroups(rows: readonly TableRow[], setting: DrawSetting): readonly DrawnGroup[] {
  const selected = new Set(setting.selectedIds);
  const open = new Set(setting.openIds);
  const drawn = rows.map((row) => drawRow(row, selected.has(row.id), open.has(row.id), setting.language));
  const groups = setting.isGrouped ? groupByAccount(drawn) : [{ key: 'all', rows: drawn }];
  return groups.map(({ key, rows: members }) => ({
    key,
    rows: members,
    isHeaded: setting.isGrouped,
    first: members[0],
    ids: members.map(({ id }) => id).join(),
    count: countedLabel(GROUP_COUNT, members.length, setting.language),
    isSelected: members.every(({ isSelected }) => isSelected),
    selectLabel: fillLabel(LABELS.selectGroup, members[0]?.accountName ?? ''),
  }));
}

function drawRow(row: TableRow, isSelected: boolean, isOpen: boolean, language: string): DrawnRow {
  const dial = row.phone ? `tel:${dialled(row.phone)}` : '';
  return {
    ...row,
    isSelected,
    isOpen,
    chipClass: `chip chip_${row.urgency}`,
    rowClass: isSelected ? 'row row_selected' : 'row',
    expanded: String(isOpen),
    detailsKey: `${row.id}-details`,
    selectLabel: fillLabel(LABELS.selectRow, row.accountName, row.product),
    detailsLabel: row.claimCount > 0 ? countedLabel(STATEMENTS, row.claimCount, language) : LABELS.details,
    detailsTitle: fillLabel(LABELS.detailsOf, row.accountName, row.product),
    below: [row.city, row.lastContact]
      .filter(Boolean)
      .map((text, at, all) => ({ key: text, text: at < all.length - 1 ? `${text} ·` : text })),
    dial,
    dialBeside: row.consent ? '' : dial,
    dialLabel: fillLabel(LABELS.dial, row.accountName, row.phone),
    valueClass: row.isValueKnown ? '' : 'weak',
    verdicts: row.consent ?? [],
    isWithoutConsent: row.consent?.length === 0,
    reasons: reasonsOf(row),
    susceptibility: row.points === undefined ? '' : fillLabel(LABELS.susceptibility, row.points),
    susceptibilityTitle: row.points === undefined ? '' : fillLabel(LABELS.susceptibilityTitle, row.points),
    meter: `width: ${row.points ?? 0}%`,
    // its number says already that they may be called
    channels: (row.consent ?? [])
      .filter(({ channel }) => !dial || channel !== 'Phone')
      .map((one) => ({
        ...one,
        mark: MARKS[one.verdict],
        markClass: `${MARK_CLASSES[one.verdict]}${one.channel === 'Phone' ? ' channel_phone' : ''}`,
        title: one.sentences.map(({ contact, sentence }) => [contact, sentence].filter(Boolean).join(': ')).join('\n'),
      })),
  };
}

/** A call that is planned says more than that it is time for one. */
function reasonsOf({ plannedCall, isCallOverdue, why }: TableRow): DrawnRow['reasons'] {
  const own = why.filter(({ kind }) => kind !== 'approach' || !plannedCall);
  return [
    ...(plannedCall ? [{ text: plannedCall, look: isCallOverdue ? 'reason reason_late' : 'reason' }] : []),
    ...own.map(({ text, kind }) => ({ text, look: kind === 'special' ? 'reason reason_special' : 'reason' })),
  ];
}

/** The digits that are dialled: the zero in `+31 (0)38` is for callers within the country only. */
function dialled(phone: string): string {
  return phone.replace(/^\s*(\+[\d\s]*)\(0\)/, '$1').replace(/[^+\d]/g, '');
}
