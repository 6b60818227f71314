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
  readonly whyTitle: string;
  /** Where the account is, and when there was contact. */
  readonly below: string;
  /** Address at which a phone or a softphone takes over; blank without a number. */
  readonly dial: string;
  readonly dialLabel: string;
  readonly channels: readonly (ChannelVerdict & { readonly mark: string; readonly markClass: string; readonly title: string })[];
  readonly isWithoutConsent: boolean;
  /** Why the row is here, each kept on one line where it fits. */
  readonly whyParts: readonly { readonly key: string; readonly text: string }[];
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
    below: [row.city, row.lastContact].filter(Boolean).join(' · '),
    dial: row.phone ? `tel:${dialled(row.phone)}` : '',
    dialLabel: fillLabel(LABELS.dial, row.accountName, row.phone),
    isWithoutConsent: row.consent?.length === 0,
    whyParts: row.why.map((text, at, all) => ({ key: text, text: at < all.length - 1 ? `${text} ·` : text })),
    whyTitle: row.why.join(' · '),
    channels: (row.consent ?? []).map((one) => ({
      ...one,
      mark: MARKS[one.verdict],
      markClass: MARK_CLASSES[one.verdict],
      title: one.sentences.map(({ contact, sentence }) => [contact, sentence].filter(Boolean).join(': ')).join('\n'),
    })),
  };
}

/** The digits that are dialled: the zero in `+31 (0)38` is for callers within the country only. */
function dialled(phone: string): string {
  return phone.replace(/^\s*(\+[\d\s]*)\(0\)/, '$1').replace(/[^+\d]/g, '');
}
