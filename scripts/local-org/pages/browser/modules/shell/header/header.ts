// The head of the local pages: apps, who is signed in and as whom else to look, language, navigation.
import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import site from 'pages:site';
import appLauncher from '@salesforce/label/shell.App_Launcher';
import language from '@salesforce/label/shell.Language';
import languageNotChanged from '@salesforce/label/shell.Language_Not_Changed';
import localOrg from '@salesforce/label/shell.Local_Org';
import signedInAs from '@salesforce/label/shell.Signed_In_As';
import skipToContent from '@salesforce/label/shell.Skip_To_Content';
import userNotChanged from '@salesforce/label/shell.User_Not_Changed';
import users from '@salesforce/label/shell.Users';
import { fillLabel } from 'c/labelText';
import type { Application } from '../../../../site.ts';
import { request } from '../../../request.ts';
import { session, word } from '../../../session.ts';
import type { NavigationItem } from '../navigationBar/navigationBar.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isCurrent: boolean;
}

/** Fires `skip`, and `application` with the name of the app that was chosen. */
export default class Header extends LightningElement {
  @api applications: readonly Application[] = [];
  @api application: Application | undefined;
  @api items: readonly NavigationItem[] = [];

  labels = { appLauncher, language, localOrg, skipToContent, users };
  signedIn = fillLabel(signedInAs, session().userName);

  get applicationName(): string {
    return this.application ? labelOf(this.application) : '';
  }
  get hasApplications(): boolean {
    return this.applications.length > 1;
  }
  get applicationChoices(): readonly Choice[] {
    return this.applications.map((app) => ({ value: app.name, label: labelOf(app), isCurrent: app === this.application }));
  }
  get userChoices(): readonly Choice[] {
    return session().users.map(({ id, name, username, title }) => ({
      value: username,
      label: title ? `${name} · ${title}` : name,
      isCurrent: id === session().userId,
    }));
  }
  get languageChoices(): readonly Choice[] {
    return site.languages.map((key) => ({
      value: key,
      // a language is called by its own name, so that who cannot read the present one finds it
      label: new Intl.DisplayNames([key.replaceAll('_', '-')], { type: 'language' }).of(key.slice(0, 2)) ?? key,
      isCurrent: key === session().language,
    }));
  }

  handleSkip(): void {
    this.dispatchEvent(new CustomEvent('skip'));
  }
  handleApplication(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('application', { detail: event.detail.value }));
  }
  /** Another user has other apps: the pages start anew, at home. */
  async handleUser(event: CustomEvent<{ value: string }>): Promise<void> {
    await this.attempt(userNotChanged, async () => {
      await request('POST', '/local/session', { username: event.detail.value });
      window.location.assign('/');
    });
  }
  /** As in Salesforce, the language belongs to the user: the whole org answers in it from then on. */
  async handleLanguage(event: CustomEvent<{ value: string }>): Promise<void> {
    await this.attempt(languageNotChanged, async () => {
      await request('PATCH', `/sobjects/User/${session().userId}`, { LanguageLocaleKey: event.detail.value });
      window.location.reload();
    });
  }

  private async attempt(failure: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.dispatchEvent(new ShowToastEvent({ title: failure, message, variant: 'error' }));
    }
  }
}

function labelOf(application: Application): string {
  return word(`app.${application.name}`, application.label);
}
