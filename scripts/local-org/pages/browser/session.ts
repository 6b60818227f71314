// Who looks at the pages, in which language and locale; read once when a page starts, before any component is loaded.
import { localeSettings } from './locale-settings.ts';
import type { FormFactor } from '../site.ts';
import { followClock } from './org-clock.ts';
import { request } from './request.ts';

/** A user that the pages can be looked at as. */
export interface PageUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly title: string | null;
}

/** What the user's profile and permission sets open. */
interface Access {
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly applications: readonly string[];
  readonly isAdministrator: boolean;
}

interface PageSession {
  readonly userId: string;
  readonly userName: string;
  /** As in User.LanguageLocaleKey: `nl_NL`. */
  readonly language: string;
  readonly words: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly access: Access;
  readonly users: readonly PageUser[];
  /** Small in a window as narrow as a phone when the page starts. */
  readonly formFactor: FormFactor;
}

let current: PageSession | undefined;

/** Salesforce knows the device; here the width of the window stands for it. */
const PHONE = '(max-width: 47.99rem)';

interface OrgSession extends Access {
  readonly now: string;
  readonly users: readonly PageUser[];
}

interface UserInfo {
  readonly user_id: string;
  readonly name: string;
  readonly language: string;
  readonly locale: string;
  readonly zoneinfo: string;
}

/** Asks the org who is signed in, and fetches the words of that language. */
export async function startSession(): Promise<void> {
  const [user, { now, users, ...access }] = (await Promise.all([
    request('GET', '/services/oauth2/userinfo'),
    request('GET', '/local/session'),
  ])) as [UserInfo, OrgSession];
  followClock(now);
  const response = await fetch(`/pages/words/${encodeURIComponent(user.language)}.json`);
  // a language without a file has no translations: the words then are those of the package
  const words = response.ok ? ((await response.json()) as Record<string, string>) : {};
  const settings = localeSettings(user.language, user.locale, user.zoneinfo);
  const formFactor = window.matchMedia(PHONE).matches ? 'Small' : 'Large';
  current = { userId: user.user_id, userName: user.name, language: user.language, words, settings, access, users, formFactor };
  document.documentElement.lang = user.language.slice(0, 2);
}

export function session(): PageSession {
  if (!current) throw new Error('A component was loaded before the session had started.');
  return current;
}

export function userId(): string {
  return session().userId;
}

/** What `@salesforce/client/formFactor` answers. */
export function formFactor(): FormFactor {
  return session().formFactor;
}

/** What `@salesforce/customPermission/...` answers: true or, as on the platform, undefined. */
export function customPermission(name: string): true | undefined {
  return session().access.customPermissions.includes(name) || undefined;
}

/** What `@salesforce/userPermission/...` answers. An administrator has every system permission. */
export function userPermission(name: string): true | undefined {
  const { access } = session();
  return access.isAdministrator || access.userPermissions.includes(name) || undefined;
}

/** The word of a label in the language of the user, such as `c.Worklist_Title` or `LightningCombobox.placeholder`. */
export function word(name: string, fallback: string): string {
  return session().words[name] ?? fallback;
}

/** A value of `@salesforce/i18n/...`. */
export function setting(name: string, fallback: unknown): unknown {
  return session().settings[name] ?? fallback;
}
