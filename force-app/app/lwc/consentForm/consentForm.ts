// Registers consent that a person gave. Fires `register` with what was said, and `cancel`; what is typed is kept until either.
import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { draftOf, dropDraft, keepDraft } from 'c/draft';
import { fillLabel } from 'c/labelText';
import { LABELS } from './formLabels';
import { TIMES, timeFaults, type SaidConsent, type TimeFault, type TimeName } from './saidConsent';
import { instantAt, wallTime } from './wallTime';

export type { SaidConsent } from './saidConsent';

interface Choice {
  readonly value: string;
  readonly label: string;
}
type Field = HTMLElement & { readonly name: keyof SaidConsent; reportValidity(): boolean };

const BLANK: SaidConsent = { channel: '', capturedAt: '', source: '', wording: '', purpose: '', confirmedAt: '' };

export default class ConsentForm extends LightningElement {
  @api personId = '';
  @api personName = '';
  @api channels: readonly Choice[] = [];
  /** Data use purposes of the org; none where it has none. */
  @api purposes: readonly Choice[] = [];
  @api isSaving = false;
  /** What the org said against it. */
  @api refusal = '';

  labels = LABELS;
  /** Times as the user's clock shows them. Only one is filled in: nobody consents by default. */
  values: SaidConsent = { ...BLANK, capturedAt: wallTime(new Date(), TIME_ZONE) };
  faults: Readonly<Partial<Record<TimeName, TimeFault>>> = {};

  override connectedCallback(): void {
    this.values = { ...this.values, ...(draftOf(this.draftKey) as Partial<SaidConsent>) };
  }

  /** Forgets what was typed, once it is registered. */
  @api forget(): void {
    dropDraft(this.draftKey);
  }

  get heading(): string {
    return fillLabel(LABELS.registerFor, this.personName);
  }
  get hasPurposes(): boolean {
    return this.purposes.length > 0;
  }

  get capturedAtFault(): string {
    return this.faultWords('capturedAt');
  }
  get confirmedAtFault(): string {
    return this.faultWords('confirmedAt');
  }
  get capturedAtInvalid(): string {
    return String(this.faults.capturedAt !== undefined);
  }
  get confirmedAtInvalid(): string {
    return String(this.faults.confirmedAt !== undefined);
  }
  get capturedAtClass(): string {
    return this.timeClass('capturedAt');
  }
  get confirmedAtClass(): string {
    return this.timeClass('confirmedAt');
  }

  handleValue(event: CustomEvent<{ readonly value: string | null }>): void {
    this.keep((event.currentTarget as Field).name, event.detail.value ?? '');
  }
  handleTime(event: Event): void {
    const { name, value } = event.currentTarget as HTMLInputElement;
    this.keep(name as TimeName, value);
  }

  handleSave(): void {
    const said = this.said;
    if (this.isSaving || !this.isValid(said)) return;
    this.dispatchEvent(new CustomEvent<SaidConsent>('register', { detail: said }));
  }

  handleCancel(): void {
    this.forget();
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private keep(name: keyof SaidConsent, value: string): void {
    this.values = { ...this.values, [name]: value };
    keepDraft(this.draftKey, { ...this.values });
  }

  /** With instants for the times of the clock. */
  private get said(): SaidConsent {
    const now = new Date();
    // of the present minute the present instant, so that it comes after what was registered a moment ago
    const instantOf = (wall: string): Date | undefined => (wall === wallTime(now, TIME_ZONE) ? now : instantAt(wall, TIME_ZONE));
    const instants = TIMES.map((name) => [name, instantOf(this.values[name])?.toISOString() ?? '']);
    return { ...this.values, ...(Object.fromEntries(instants) as Pick<SaidConsent, TimeName>) };
  }

  /** Each field tells its own fault, all at once. */
  private isValid(said: SaidConsent): boolean {
    this.faults = timeFaults(said, new Date());
    const fields = [...(this.template?.querySelectorAll<Field>('lightning-combobox, lightning-input, lightning-textarea') ?? [])];
    const sound = fields.map((field) => field.reportValidity());
    return sound.every(Boolean) && Object.values(this.faults).every((fault) => fault === undefined);
  }

  private faultWords(name: TimeName): string {
    const fault = this.faults[name];
    return fault ? LABELS[fault] : '';
  }
  private timeClass(name: TimeName): string {
    return `slds-form-element${this.faults[name] ? ' slds-has-error' : ''}`;
  }
  private get draftKey(): string {
    return `consent.${USER_ID}.${this.personId}`;
  }
}
