// Saved views of the worklist: chosen, saved, renamed, shared, made the start, deleted.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import USER_ID from '@salesforce/user/Id';
import { answered } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { saveEach, type RecordChange } from 'c/recordBatch';
import { NO_FILTERS, sameFilters, type WorklistFilters } from 'c/worklistFilter';
import { VIEWS_QUERY, savedViews, viewChanges, viewsVariables, type SavedView, type ViewFields, type ViewsAnswer } from './savedViews';
import { LABELS } from './viewLabels';

type Form = '' | 'new' | 'rename' | 'delete';
type Box = HTMLInputElement & { readonly checked: boolean };

/** Fires `choose` with the filters of the view that was chosen. */
export default class WorklistViews extends LightningElement {
  @api filters: WorklistFilters = NO_FILTERS;
  /** The filters of the standard view. */
  @api start: WorklistFilters = NO_FILTERS;
  /** Whether the user or the address chose filters already, so that no default view goes before them. */
  @api hasChosen = false;

  labels = LABELS;
  views: readonly SavedView[] = [];
  viewId = '';
  form: Form = '';
  name = '';
  isShared = false;
  isDefault = false;
  isSaving = false;
  problem = '';
  isReady = false;
  viewsVariables = viewsVariables(USER_ID);

  private refreshViews: (() => Promise<void>) | undefined;

  @wire(graphql, { query: VIEWS_QUERY, variables: '$viewsVariables' })
  readViews(response: GraphQLResponse<ViewsAnswer>): void {
    const { data, refresh } = answered(response);
    this.refreshViews = refresh;
    if (!data) return;
    this.views = savedViews(data.uiapi?.query.Worklist_View__c, USER_ID);
    if (!this.isReady) this.startWithView();
    this.isReady = true;
  }

  get options(): { label: string; value: string }[] {
    const named = this.views.map(({ id, name, isOwn, ownerName }) => ({
      label: isOwn ? name : fillLabel(LABELS.sharedBy, name, ownerName),
      value: id,
    }));
    return [{ label: LABELS.standard, value: '' }, ...named];
  }
  get view(): SavedView | undefined {
    return this.views.find(({ id }) => id === this.viewId);
  }
  get isOwnView(): boolean {
    return this.view?.isOwn ?? false;
  }
  get isChanged(): boolean {
    return !sameFilters(this.filters, { ...this.start, ...this.view?.filters });
  }
  get canSaveChanges(): boolean {
    return this.isOwnView && this.isChanged;
  }
  get defaultLabel(): string {
    return this.view?.isDefault ? LABELS.noDefault : LABELS.makeDefault;
  }
  get isNaming(): boolean {
    return this.form === 'new' || this.form === 'rename';
  }
  get isNew(): boolean {
    return this.form === 'new';
  }
  get isDeleting(): boolean {
    return this.form === 'delete';
  }
  get deleteQuestion(): string {
    return fillLabel(LABELS.confirmDelete, this.view?.name ?? '');
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    this.viewId = event.detail.value;
    this.form = '';
    this.choose();
  }

  handleAction(event: CustomEvent<{ value: string }>): void {
    const action = event.detail.value;
    this.problem = '';
    if (action === 'save') void this.save(this.viewId, { Filters__c: JSON.stringify(this.filters) });
    else if (action === 'default') void this.save(this.viewId, { Is_Default__c: !this.view?.isDefault });
    else this.openForm(action as Form);
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.name = event.detail.value;
  }
  handleShared(event: Event): void {
    this.isShared = (event.target as Box).checked;
  }
  handleDefault(event: Event): void {
    this.isDefault = (event.target as Box).checked;
  }
  handleCancel(): void {
    this.form = '';
  }
  handleSave(): void {
    const Name = this.name.trim();
    const isTaken = this.views.some((view) => view.isOwn && view.name === Name && (this.isNew || view.id !== this.viewId));
    this.problem = Name ? (isTaken ? LABELS.nameTaken : '') : LABELS.nameMissing;
    if (this.problem) return;
    const filters = this.isNew ? { Filters__c: JSON.stringify(this.filters) } : {};
    void this.save(this.isNew ? undefined : this.viewId, {
      Name,
      ...filters,
      Is_Shared__c: this.isShared,
      Is_Default__c: this.isDefault,
    });
  }
  async handleDelete(): Promise<void> {
    const id = this.viewId;
    if (await this.run([{ kind: 'delete', object: 'Worklist_View__c', id }])) this.viewId = '';
  }

  private startWithView(): void {
    const start = this.views.find((view) =>
      this.hasChosen ? sameFilters(this.filters, { ...this.start, ...view.filters }) : view.isDefault,
    );
    if (!start) return;
    this.viewId = start.id;
    if (!this.hasChosen) this.choose();
  }
  private choose(): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { ...this.start, ...this.view?.filters } }));
  }
  private openForm(form: Form): void {
    const own = form === 'rename' ? this.view : undefined;
    this.form = form;
    this.name = own?.name ?? '';
    this.isShared = own?.isShared ?? false;
    this.isDefault = own?.isDefault ?? false;
  }
  private async save(id: string | undefined, fields: ViewFields): Promise<void> {
    const saved = await this.run(viewChanges(id, fields, this.views));
    if (saved) this.viewId = saved;
  }

  /** Gives the id of the first record; undefined when it was not saved, and the form stays as it is. */
  private async run(changes: readonly RecordChange[]): Promise<string | undefined> {
    this.isSaving = true;
    const outcomes = await saveEach(changes);
    this.isSaving = false;
    const refused = outcomes.find(({ saved }) => !saved);
    this.problem = refused && !refused.saved ? `${LABELS.notSaved} ${refused.words}` : '';
    const [first] = outcomes;
    if (!first?.saved) return undefined;
    this.form = '';
    await this.refreshViews?.();
    return first.id;
  }
}
