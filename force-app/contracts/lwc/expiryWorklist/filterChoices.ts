// What the filters offer.
import { fillLabel } from 'c/labelText';
import { EXPIRY_WINDOWS, daysAhead, type ExpiryWindow } from './expiryWindows';
import { LABELS } from './worklistLabels';
import type { Connection, NamedNode } from './worklistQuery';

export interface Choice {
  readonly label: string;
  readonly value: string;
}

function windowLabel(window: ExpiryWindow): string {
  const days = daysAhead(window);
  if (days !== undefined) return fillLabel(LABELS.windowNext, days);
  if (window === 'passed') return LABELS.windowPassed;
  return window === 'open' ? LABELS.windowOpen : LABELS.windowUnknown;
}

export const WINDOW_CHOICES: Choice[] = EXPIRY_WINDOWS.map((window) => ({ label: windowLabel(window), value: window }));

/** Records by name; one whose name is hidden from the user cannot be chosen. */
export function namedChoices(connection: Connection<NamedNode> | null | undefined): Choice[] {
  return (connection?.edges ?? []).flatMap((edge) =>
    edge?.node?.Name?.value ? [{ label: edge.node.Name.value, value: edge.node.Id }] : [],
  );
}
