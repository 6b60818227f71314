// Styles of Lightning components: colours are SLDS styling hooks with a fallback, so that themes and dark mode reach them (SLDS 2, "Global Styling Hooks").
import type { Check } from './check.ts';

const COMMENT = /\/\*[\s\S]*?\*\//g;
/** A hook with its fallback, which may be a hook again. */
const HOOK = /var\(--slds-[\w-]+,[^()]*\)/g;
const DECLARATION = /(?<=[{;]\s*)(?<property>-{0,2}[a-z][\w-]*)\s*:\s*(?<value>[^;{}]+)/g;
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)/i;
/** A mask is about transparency, not colour; shadows are black in every theme. */
const NO_COLOUR = /^(?:mask|-webkit-mask|box-shadow|text-shadow|filter)/;

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

export const checkComponentStyles: Check = (model, report) => {
  for (const { path, component, text } of model.tree.styles) {
    const bundle = model.tree.of('js').find((file) => file.name === component);
    if (!bundle) continue;
    let bare = text.replaceAll(COMMENT, blank);
    for (let before = ''; before !== bare;) {
      before = bare;
      bare = bare.replaceAll(HOOK, blank);
    }
    for (const { groups, index } of bare.matchAll(DECLARATION)) {
      const colour = NO_COLOUR.test(groups?.['property'] ?? '') ? undefined : COLOUR.exec(groups?.['value'] ?? '')?.[0];
      if (colour === undefined) continue;
      const at = { ...bundle.root, line: bare.slice(0, index).split('\n').length };
      report.advise(
        { ...bundle, path },
        at,
        colour,
        'No theme reaches this colour.',
        `Write a styling hook with it as fallback, such as var(--slds-g-color-…, ${colour}).`,
      );
    }
  }
};
