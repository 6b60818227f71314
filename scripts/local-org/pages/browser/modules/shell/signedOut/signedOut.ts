// Says that the session has ended, as Salesforce does, and signs the same user in again without the page losing anything.
import { LightningElement } from 'lwc';
import signInAgain from '@salesforce/label/shell.Sign_In_Again';
import signedOutText from '@salesforce/label/shell.Signed_Out_Text';
import { SIGNED_OUT, signInAs } from '../../../request.ts';
import { session } from '../../../session.ts';

export default class SignedOut extends LightningElement {
  labels = { signInAgain, signedOutText };
  isSignedOut = false;

  private readonly handleSignedOut = (): void => {
    this.isSignedOut = true;
  };

  override connectedCallback(): void {
    window.addEventListener(SIGNED_OUT, this.handleSignedOut);
  }
  override disconnectedCallback(): void {
    window.removeEventListener(SIGNED_OUT, this.handleSignedOut);
  }

  async handleSignIn(): Promise<void> {
    const { userId, users } = session();
    await signInAs(users.find(({ id }) => id === userId)?.username);
    this.isSignedOut = false;
    this.dispatchEvent(new CustomEvent('signedin'));
  }
}
