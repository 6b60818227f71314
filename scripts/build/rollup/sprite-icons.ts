// Lets lightning-icon draw from the SLDS sprite files instead of the 7,000 icon templates that come with the base components.
import type { Plugin } from 'rollup';

const NO_TEMPLATES = '\0no-icon-templates';
const HREF = "this.src ? sanitizeURL(this.src) : ''";

/** The base components (1.28) no longer look into sprites by themselves, but still know the path of each sprite. */
export function spriteIcons(): Plugin {
  return {
    name: 'sprite-icons',
    resolveId: { order: 'pre', handler: (id) => (id.startsWith('lightning/iconSvgTemplates') ? NO_TEMPLATES : null) },
    load: (id) => (id === NO_TEMPLATES ? 'export default {};' : null),
    transform: {
      order: 'pre',
      handler(code, id) {
        if (!id.endsWith('/primitiveIcon/primitiveIcon.js')) return null;
        if (!code.includes(HREF)) throw new Error(`lightning/primitiveIcon has changed: ${HREF} is no longer in it.`);
        const drawn = code.replace(HREF, 'this.src ? sanitizeURL(this.src) : getIconPath(this.iconName)');
        return { code: `import { getIconPath } from 'lightning/iconUtils';\n${drawn}`, map: null };
      },
    },
  };
}
