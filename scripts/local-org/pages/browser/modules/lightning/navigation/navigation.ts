// lightning/navigation: page references become addresses of these pages.
import { addressOf, type PageReference } from '../../../page-address.ts';
import { currentPage, onPageChange, showPage } from '../../../page-state.ts';

interface Target {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, unknown>>;
}
type ElementClass = new (...parameters: never[]) => object;

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export const NavigationMixin = Object.assign(
  (base: ElementClass) =>
    class extends base {
      [Navigate](page: Target, replace?: boolean): void {
        showPage(page, replace);
      }
      [GenerateUrl](page: Target): Promise<string> {
        return Promise.resolve(addressOf(page));
      }
    },
  { Navigate, GenerateUrl },
);

/** Wire adapter: the reference of the page that is shown. */
export class CurrentPageReference {
  private readonly emit: (page: PageReference | undefined) => void;
  private stop: (() => void) | undefined;

  constructor(emit: (page: PageReference | undefined) => void) {
    this.emit = emit;
  }
  connect(): void {
    this.stop = onPageChange((page) => this.emit(page));
    this.emit(currentPage());
  }
  update(): void {
    // has no configuration
  }
  disconnect(): void {
    this.stop?.();
  }
}
