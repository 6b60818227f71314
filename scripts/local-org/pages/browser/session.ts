// Who looks at the pages, in which language and locale; read once when a page starts, before any component is loaded.
import { localeSettings } from './locale-settings.ts';
import { request } from './request.ts';

interface PageSession {
  readonly userId: string;
  readonly userName: string;
  /** As in User.LanguageLocaleKey: `nl_NL`. */
  readonly language: string;
  readonly words: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

let current: PageSession | undefined;

interface UserInfo {
  readonly user_id: string;
  readonly name: string;
  readonly language: string;
  readonly locale: string;
  readonly zoneinfo: string;
}

/** Asks the org who is signed in, and fetches the words of that language. */
export async function startSession(): Promise<void> {
  const user = (await request('GET', '/services/oauth2/userinfo')) as UserInfo;
  const response = await fetch(`/pages/words/${encodeURIComponent(user.language)}.json`);
  // a language without a file has no translations: the words then are those of the package
  const words = response.ok ? ((await response.json()) as Record<string, string>) : {};
  const settings = localeSettings(user.language, user.locale, user.zoneinfo);
  current = { userId: user.user_id, userName: user.name, language: user.language, words, settings };
  document.documentElement.lang = user.language.slice(0, 2);
}

export function session(): PageSession {
  if (!current) throw new Error('A component was loaded before the session had started.');
  return current;
}

export function userId(): string {
  return session().userId;
}

/** The word of a label in the language of the user, such as `c.Worklist_Title` or `LightningCombobox.placeholder`. */
export function word(name: string, fallback: string): string {
  return session().words[name] ?? fallback;
}

/** A value of `@salesforce/i18n/...`. */
export function setting(name: string, fallback: unknown): unknown {
  return session().settings[name] ?? fallback;
}
