// Lets styles be added as style sheet objects instead of style elements, which a strict Content-Security-Policy refuses.
import type { Plugin } from 'rollup';

interface Replacement {
  /** End of the path of the module. */
  readonly module: string;
  readonly element: string;
  readonly adopted: string;
}

const REPLACEMENTS: readonly Replacement[] = [
  {
    module: '/@lwc/engine-dom/dist/index.js',
    element: 'insertStyleElement(content, document.head, cacheData, signal);',
    adopted: 'document.adoptedStyleSheets = [...document.adoptedStyleSheets, createConstructableStylesheet(content)];',
  },
  {
    // outlines for moving between regions by F6, which come with toasts
    module: '/lightning/f6Controller/f6Controller.js',
    element: 'document.head.appendChild(this._styleElement);',
    adopted:
      'const sheet = new CSSStyleSheet(); sheet.replaceSync(this._styleElement.innerText); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; this._styleElement = undefined;',
  },
];

export function adoptedStyles(): Plugin {
  return {
    name: 'adopted-styles',
    transform: {
      order: 'pre',
      handler(code, id) {
        const replacement = REPLACEMENTS.find(({ module }) => id.endsWith(module));
        if (!replacement) return null;
        const { module, element, adopted } = replacement;
        if (!code.includes(element)) throw new Error(`${module} has changed: ${element} is no longer in ${id}.`);
        return { code: code.replace(element, adopted), map: null };
      },
    },
  };
}
