// A sentence whose days stay in one piece: browsers break a line at the hyphens of 31-12-2026.
import { LightningElement, api } from 'lwc';

const DAY = /(\d{1,4}[-/]\d{1,2}[-/]\d{1,4})/;

interface Part {
  readonly key: string;
  readonly text: string;
  readonly style: string | undefined;
}

/** In the light DOM: the words belong to whoever shows them, with their styles. */
export default class DayText extends LightningElement {
  static override renderMode = 'light' as const;

  @api text = '';

  get parts(): readonly Part[] {
    return (this.text || '')
      .split(DAY)
      .map((text, at) => ({ key: String(at), text, style: at % 2 === 1 ? 'white-space: nowrap' : undefined }))
      .filter(({ text }) => text !== '');
  }
}
