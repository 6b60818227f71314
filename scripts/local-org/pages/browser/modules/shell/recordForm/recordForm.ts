// The form of a record of any object, new or there already, arranged as its page layout says; what is typed outlives the page until it is saved.
import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, updateRecord, type RecordRepresentation, type RecordWire } from 'lightning/uiRecordApi';
import site from 'pages:site';
import editWord from '@salesforce/label/shell.Edit_Record';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import newWord from '@salesforce/label/shell.New_Record';
import savedWord from '@salesforce/label/shell.Saved';
import seeFields from '@salesforce/label/shell.See_Fields';
import { whyNotSaved } from 'c/dataFailure';
import { draftOf, dropDraft, keepDraft, type Draft } from 'c/draft';
import { fillLabel } from 'c/labelText';
import { MASTER_RECORD_TYPE } from 'c/picklistChoices';
import { formSections, inputOf, refusalOf, sentOf, typedOf, type FormInput, type Typed } from '../../../form-inputs.ts';
import type { GivenValues } from '../../../given-values.ts';
import { stateAfter, stateOfObject, type LoadState } from '../../../load-state.ts';
import { detailSections, iconOf } from '../../../object-arrangement.ts';
import { addressOf } from '../../../page-address.ts';
import { showAddress } from '../../../page-state.ts';
import { askedFields, fieldLabel, labelledField } from '../../../record-fields.ts';
import { request, RequestError } from '../../../request.ts';
import { word } from '../../../session.ts';
import { reload } from '../../../wired-resource.ts';

interface Choice {
  readonly label: string;
  readonly value: string;
}
interface Picklist {
  readonly values: readonly Choice[];
  readonly defaultValue: { readonly value: string } | null;
}
interface ShownInput {
  readonly name: string;
  readonly input: FormInput;
  readonly value: Typed;
  readonly shown: string;
  readonly choices: readonly Choice[];
  readonly refusal: string;
}
/** In the draft, beside the id of a chosen record, stands its name. */
const NAME_OF = 'name of ';

export default class RecordForm extends LightningElement {
  @api objectApiName: string | undefined;
  /** Absent: a new record. */
  @api recordId: string | undefined;
  /** What a new record begins with: ids of the records to which it belongs. */
  @api given: GivenValues = {};

  labels = { failedTitle };
  object: ObjectInfo | undefined;
  record: RecordRepresentation | undefined;
  picklists: Readonly<Record<string, readonly Choice[]>> | undefined;
  /** Values that fields of a new record begin with. */
  defaults: Readonly<Record<string, unknown>> = {};
  typed: Draft = {};
  refusal: { readonly whole: string; readonly fields: Readonly<Record<string, string>> } = { whole: '', fields: {} };
  isSaving = false;
  trouble: LoadState | undefined;
  private origin: string | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data, error }: ObjectInfoWire): void {
    this.object = data;
    if (error) this.trouble = stateOfObject(error);
    if (data) void this.nameGiven(data);
  }
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$asked' })
  readRecord({ data, error }: RecordWire): void {
    this.record = data ?? this.record;
    if (error && !this.record) this.trouble = stateAfter(error);
  }

  override connectedCallback(): void {
    this.typed = { ...draftOf(this.draftKey), ...this.given };
    void this.readPicklists();
  }

  private get draftKey(): string {
    return `form.${this.objectApiName}.${this.recordId ?? 'new'}`;
  }
  private get layout(): (typeof site.layouts)[string] | undefined {
    return site.layouts[this.objectApiName ?? ''];
  }
  private get isNew(): boolean {
    return this.recordId === undefined;
  }
  private get parts(): ReturnType<typeof formSections> {
    const { object, layout } = this;
    return object ? formSections(object, layout, detailSections(object, site), this.isNew) : [];
  }
  private get inputs(): readonly FormInput[] {
    const { object, layout } = this;
    return this.parts.flatMap(({ columns }) =>
      columns
        .flat()
        .flatMap((name) => (object?.fields[name] ? [inputOf(object.fields[name], layout, fieldLabel(object.fields[name]))] : [])),
    );
  }
  get asked(): readonly string[] {
    return this.object ? askedFields(this.object, [...this.object.nameFields, ...this.inputs.map(({ name }) => name)]) : [];
  }
  get isReady(): boolean {
    return this.object !== undefined && this.picklists !== undefined && (this.isNew || this.record !== undefined) && !this.trouble;
  }
  get isLoading(): boolean {
    return !this.isReady && !this.trouble;
  }
  get loading(): LoadState {
    return { kind: 'loading' };
  }
  get heading(): string {
    const name =
      this.object && this.record ? labelledField(this.object, this.record, this.object.nameFields[0] ?? 'Name').written?.text : undefined;
    return this.isNew ? fillLabel(newWord, this.object?.label ?? '') : fillLabel(editWord, name ?? this.object?.label ?? '');
  }
  get icon(): string {
    return iconOf(this.objectApiName, site);
  }

  get sections(): readonly object[] {
    const { object, layout } = this;
    if (!object) return [];
    return this.parts.map(({ label, columns }, index) => ({
      key: String(index),
      label: label && word(`section.${object.apiName}.${label}`, label),
      className: columns.length > 1 ? 'columns columns_two' : 'columns',
      columns: columns.map((names, at) => ({
        key: String(at),
        inputs: names.flatMap((name) =>
          object.fields[name] ? [this.shownInput(inputOf(object.fields[name], layout, fieldLabel(object.fields[name])))] : [],
        ),
      })),
    }));
  }
  private shownInput(input: FormInput): ShownInput {
    const { name } = input;
    const held = this.heldOf(input);
    const value = this.typed[name] ?? held;
    const isHeld = value === held && this.object !== undefined && this.record !== undefined;
    const shown =
      isHeld && this.object && this.record ? labelledField(this.object, this.record, name).written?.text : this.typed[NAME_OF + name];
    return {
      ...{ name, input, value, shown: input.kind === 'lookup' ? String(shown ?? '') : '' },
      ...{ choices: this.picklists?.[name] ?? [], refusal: this.refusal.fields[name] ?? '' },
    };
  }
  private heldOf({ name, kind }: FormInput): Typed {
    return typedOf(kind, this.isNew ? this.defaults[name] : this.record?.fields[name]?.value);
  }
  get refused(): string {
    const { whole, fields } = this.refusal;
    return whole || (Object.keys(fields).length > 0 ? seeFields : '');
  }

  handleTyped(event: CustomEvent<{ name: string; value: Typed; shown: string }>): void {
    const { name, value, shown } = event.detail;
    this.typed = { ...this.typed, [name]: value, ...(shown === '' ? {} : { [NAME_OF + name]: shown }) };
    keepDraft(this.draftKey, this.typed);
    const { [name]: _, ...fields } = this.refusal.fields;
    this.refusal = { whole: '', fields };
  }
  handleCancel(): void {
    dropDraft(this.draftKey);
    this.leave(this.recordId);
  }
  async handleSave(): Promise<void> {
    const fields = [...(this.template?.querySelectorAll<HTMLElement & { check(): boolean }>('shell-field-input') ?? [])];
    const checked = fields.map((field) => field.check());
    if (checked.includes(false)) {
      this.refusal = { ...this.refusal, whole: seeFields };
      return;
    }
    this.isSaving = true;
    try {
      const id = await this.save();
      dropDraft(this.draftKey);
      this.dispatchEvent(new ShowToastEvent({ title: fillLabel(savedWord, this.object?.label ?? ''), variant: 'success' }));
      this.leave(id);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.refusal = error.body.output ? refusalOf(error.body) : { whole: whyNotSaved(error), fields: {} };
    } finally {
      this.isSaving = false;
    }
  }

  /** Of a record that is there, only what was changed is sent. */
  private async save(): Promise<string> {
    const changed = this.inputs.filter((input) => this.typed[input.name] !== undefined && this.typed[input.name] !== this.heldOf(input));
    const fields = Object.fromEntries(changed.map(({ name, kind }) => [name, sentOf(kind, this.typed[name] ?? '')]));
    if (this.recordId !== undefined) {
      await updateRecord({ fields: { Id: this.recordId, ...fields } });
      return this.recordId;
    }
    const created = (await createRecord({ apiName: this.objectApiName ?? '', fields })) as { readonly id: string };
    return created.id;
  }
  /** A record that was begun from the page of another one leads back there. */
  private leave(recordId: string | undefined): void {
    const objectApiName = this.objectApiName ?? '';
    const record = { type: 'standard__recordPage', attributes: { objectApiName, recordId, actionName: 'view' } };
    const list = { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'list' } };
    showAddress(this.origin ?? addressOf(recordId === undefined ? list : record), true);
  }
  private async nameGiven(object: ObjectInfo): Promise<void> {
    for (const [name, id] of Object.entries(this.given)) {
      const target = object.fields[name]?.referenceToInfos[0];
      if (!target) continue;
      const [nameField = 'Name'] = target.nameFields;
      const answer = await request('GET', `/ui-api/records/${id}?optionalFields=${target.apiName}.${nameField}`);
      const { fields } = answer as Pick<RecordRepresentation, 'fields'>;
      this.typed = { ...this.typed, [NAME_OF + name]: String(fields[nameField]?.value ?? '') };
      this.origin ??= addressOf({
        type: 'standard__recordPage',
        attributes: { objectApiName: target.apiName, recordId: id, actionName: 'view' },
      });
    }
  }
  private async readPicklists(): Promise<void> {
    try {
      const [answer, description] = await Promise.all([
        request('GET', `/ui-api/object-info/${this.objectApiName}/picklist-values/${MASTER_RECORD_TYPE}`),
        this.isNew ? request('GET', `/sobjects/${this.objectApiName}/describe`) : undefined,
      ]);
      const { picklistFieldValues } = answer as { picklistFieldValues: Readonly<Record<string, Picklist>> };
      const { fields = [] } = (description ?? {}) as {
        readonly fields?: readonly { readonly name: string; readonly defaultValue: unknown }[];
      };
      this.defaults = Object.fromEntries([
        ...fields.map(({ name, defaultValue }) => [name, defaultValue]),
        ...Object.entries(picklistFieldValues).map(([name, { defaultValue }]) => [name, defaultValue?.value]),
      ]);
      this.picklists = Object.fromEntries(
        Object.entries(picklistFieldValues).map(([name, { values }]) => [name, values.map(({ label, value }) => ({ label, value }))]),
      );
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      this.trouble ??= stateOfObject(error);
    }
  }
  handleTryAgain(): void {
    this.trouble = undefined;
    void Promise.all([reload(`/object-info/${this.objectApiName}`), this.recordId && reload(this.recordId), this.readPicklists()]);
  }
}
