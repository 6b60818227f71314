// Which of the package's applications the user may open, and which one is open.
import type { Application, Site } from '../site.ts';

interface AppAccess {
  readonly applications: readonly string[];
  readonly isAdministrator: boolean;
}

/** The applications that permission sets open for the user; an administrator sees all of them. */
export function visibleApplications(site: Site, access: AppAccess): readonly Application[] {
  return site.applications.filter(({ name }) => access.isAdministrator || access.applications.includes(name));
}

/** The one that was open last, else the first. */
export function openApplication(applications: readonly Application[], lastName: string | null): Application | undefined {
  return applications.find(({ name }) => name === lastName) ?? applications[0];
}

const keyOf = (userId: string): string => `application.${userId}`;

/** Name of the application that the user opened last in this browser; null when it is not known. */
export function lastApplication(userId: string): string | null {
  return window.localStorage.getItem(keyOf(userId));
}

export function rememberApplication(userId: string, name: string): void {
  window.localStorage.setItem(keyOf(userId), name);
}
