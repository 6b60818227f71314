// The timeline of an account: asks the org for everything that has a day, and shows it as a drawing or as a list.
import { api } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { dayIn, daysOf } from 'c/civilDay';
import type { Failure } from 'c/dataFailure';
import { chooseVocabulary, chosenVocabulary, onVocabularyChosen } from 'c/stageVocabulary';
import { addYears, dateOfNumber, dayNumber, type DayRange, type Kind, type LinkedItem } from 'c/timelineItem';
import { isComplete, itemsIn, whyNothing } from './answerBook';
import { kindChoices, productChoices, vocabularyChoices, type Choice, type KindChoice } from './filterChoices';
import { linkedItems } from './linkedItems';
import { WORDS } from './sentenceLabels';
import { TimelineAnswers } from './timelineAnswers';
import { groupItems, type GroupedItems } from './timelineGroups';
import { KIND_LABELS, LABELS } from './timelineLabels';
import { NOTHING_REMEMBERED, memoryFromText, memoryKey, type TimelineMemory, type TimelineView } from './timelineMemory';
import { timelineNotes } from './timelineNotes';
import type { TimelineSetting } from './timelineSetting';

const YEARS_BACK = 2;
const YEARS_AHEAD = 5;
/** Narrower than this, the list is what can be read. */
const NARROW = 600;
/** On a phone the script below must not be a long way off. */
const ROWS_ON_A_PHONE = 6;
const ROWS_ON_A_PAGE = 50;
const SKELETON_ROWS = [1, 2, 3, 4] as const;
const DATES = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });

interface Drawing extends HTMLElement {
  zoomIn(): void;
  zoomOut(): void;
  showToday(): void;
  showAll(): void;
}

export default class StageTimeline extends TimelineAnswers {
  @api objectApiName: string | undefined;

  labels = LABELS;
  skeletonRows = SKELETON_ROWS;
  today = dayNumber(dayIn(TIME_ZONE, new Date()));
  range: DayRange = { first: addYears(this.today, -YEARS_BACK), last: addYears(this.today, YEARS_AHEAD) };
  vocabulary = chosenVocabulary(USER_ID);
  isLoaded = false;
  isPrinting = false;
  content: GroupedItems = groupItems([], NOTHING_REMEMBERED, this.range, this.today);

  private items: readonly LinkedItem[] = [];
  private memory: TimelineMemory = memoryFromText(window.localStorage.getItem(memoryKey(USER_ID)));
  private isNarrow = false;
  /** On a narrow page the choice counts for this visit only. */
  private narrowView: TimelineView = 'list';
  private readonly addresses = new Map<string, string>();
  private builds = 0;
  private resizing: ResizeObserver | undefined;
  private forgetVocabulary: (() => void) | undefined;

  get isSkeleton(): boolean {
    return !this.isLoaded;
  }
  get failure(): Failure | undefined {
    return this.isLoaded && this.items.length === 0 ? whyNothing(this.book) : undefined;
  }
  get isEmpty(): boolean {
    return this.isLoaded && !this.failure && this.items.length === 0;
  }
  get isShown(): boolean {
    return this.isLoaded && !this.failure && this.items.length > 0;
  }
  get isFilteredOut(): boolean {
    return this.content.groups.length === 0 && this.content.undated.length === 0;
  }
  get rowsAtFirst(): number {
    return this.isNarrow ? ROWS_ON_A_PHONE : ROWS_ON_A_PAGE;
  }
  get view(): TimelineView {
    return this.isNarrow ? this.narrowView : (this.memory.view ?? 'drawing');
  }
  get isDrawing(): boolean {
    return this.view === 'drawing';
  }
  /** Paper always shows the list, whatever the screen shows. */
  get isList(): boolean {
    return this.view === 'list' || this.isPrinting;
  }
  get drawingPressed(): string {
    return String(this.isDrawing);
  }
  get listPressed(): string {
    return String(!this.isDrawing);
  }
  get kinds(): readonly KindChoice[] {
    return kindChoices(this.content.counts, this.memory, KIND_LABELS);
  }
  get products(): Choice[] {
    return productChoices(this.items, this.today, LABELS.allProducts, LABELS.wholeAccount);
  }
  /** A product that this account does not have filters nothing. */
  get product(): string {
    const { category } = this.memory;
    return this.products.some(({ value }) => value === category) ? category : '';
  }
  get vocabularyOptions(): Choice[] {
    return vocabularyChoices(this.vocabularies, LABELS.ownVocabulary);
  }
  get notes(): readonly string[] {
    return this.isLoaded ? timelineNotes(this.book, this.content.beyond, this.range, LANGUAGE, written) : [];
  }
  private get drawing(): Drawing | null | undefined {
    return this.template?.querySelector<Drawing>('c-timeline-drawing');
  }

  override connectedCallback(): void {
    window.addEventListener('beforeprint', this.handlePrint);
    window.addEventListener('afterprint', this.handlePrinted);
    this.forgetVocabulary = onVocabularyChosen((vocabulary) => {
      this.vocabulary = vocabulary;
      void this.rebuild();
    });
  }
  override renderedCallback(): void {
    const card = this.template?.querySelector('c-data-card');
    if (this.resizing || !card) return;
    this.resizing = new ResizeObserver(([entry]) => {
      if (entry) this.isNarrow = entry.contentRect.width < NARROW;
    });
    this.resizing.observe(card);
    this.isNarrow = card.getBoundingClientRect().width < NARROW;
  }
  override disconnectedCallback(): void {
    window.removeEventListener('beforeprint', this.handlePrint);
    window.removeEventListener('afterprint', this.handlePrinted);
    this.resizing?.disconnect();
    this.resizing = undefined;
    this.forgetVocabulary?.();
  }

  handlePrint = (): void => {
    this.isPrinting = true;
  };
  handlePrinted = (): void => {
    this.isPrinting = false;
  };
  handleRefresh(): void {
    this.askAgain();
  }
  handleKind(event: Event): void {
    const kind = (event.currentTarget as HTMLElement).dataset.kind as Kind;
    const { hidden } = this.memory;
    this.remember({ hidden: hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind] });
  }
  handleProduct(event: CustomEvent<{ value: string }>): void {
    this.remember({ category: event.detail.value });
  }
  handleEverything(): void {
    this.remember({ hidden: [], category: '' });
  }
  handleVocabulary(event: CustomEvent<{ value: string }>): void {
    chooseVocabulary(USER_ID, event.detail.value);
  }
  handleView(event: Event): void {
    const view = (event.currentTarget as HTMLElement).dataset.view as TimelineView;
    if (this.isNarrow) this.narrowView = view;
    else this.remember({ view });
  }
  handleZoomIn(): void {
    this.drawing?.zoomIn();
  }
  handleZoomOut(): void {
    this.drawing?.zoomOut();
  }
  handleToday(): void {
    this.drawing?.showToday();
  }
  handleAll(): void {
    this.drawing?.showAll();
  }
  handleOpen(event: CustomEvent<{ readonly recordId: string; readonly objectApiName: string }>): void {
    this[NavigationMixin.Navigate](recordPage(event.detail.recordId, event.detail.objectApiName));
  }

  private remember(change: Partial<TimelineMemory>): void {
    this.memory = { ...this.memory, ...change };
    window.localStorage.setItem(memoryKey(USER_ID), JSON.stringify(this.memory));
    this.regroup();
  }

  /** Shows nothing before every source has answered, so that nothing moves under the reader's eyes. */
  protected override async rebuild(): Promise<void> {
    if (!isComplete(this.book)) return;
    const build = (this.builds += 1);
    const dayAt = daysOf(TIME_ZONE);
    const setting: TimelineSetting = {
      today: this.today,
      words: WORDS,
      dayAt,
      written,
      stageName: (stageId) => this.vocabularies.nameOf(this.vocabulary, stageId),
      stagePlace: (stageId) => Math.max(0, this.vocabularies.stageIds.indexOf(stageId)),
    };
    const addressOf = (recordId: string, objectApiName: string): Promise<string> =>
      this[NavigationMixin.GenerateUrl](recordPage(recordId, objectApiName));
    const items = await linkedItems(itemsIn(this.book, setting), addressOf, this.addresses);
    if (build !== this.builds) return;
    this.items = items;
    this.isLoaded = true;
    this.regroup();
  }

  private regroup(): void {
    this.content = groupItems(this.items, { hidden: this.memory.hidden, category: this.product }, this.range, this.today);
  }
}

function written(day: number): string {
  return DATES.format(dateOfNumber(day));
}

function recordPage(recordId: string, objectApiName: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'view' } };
}
