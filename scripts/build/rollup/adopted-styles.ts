// Lets LWC add its style sheets as objects instead of style elements, which a strict Content-Security-Policy refuses.
import type { Plugin } from 'rollup';

const STYLE_ELEMENT = 'insertStyleElement(content, document.head, cacheData, signal);';
const ADOPTED = 'document.adoptedStyleSheets = [...document.adoptedStyleSheets, createConstructableStylesheet(content)];';

export function adoptedStyles(): Plugin {
  return {
    name: 'adopted-styles',
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!id.includes('/@lwc/engine-dom/')) return null;
        if (!code.includes(STYLE_ELEMENT)) throw new Error(`@lwc/engine-dom has changed: ${STYLE_ELEMENT} is no longer in it.`);
        return { code: code.replace(STYLE_ELEMENT, ADOPTED), map: null };
      },
    },
  };
}
