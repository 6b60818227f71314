// The page for an address that leads nowhere.
import { LightningElement } from 'lwc';
import text from '@salesforce/label/shell.Missing_Text';
import title from '@salesforce/label/shell.Missing_Title';
import toWorklist from '@salesforce/label/shell.To_Worklist';
import { showAddress } from '../../../page-state.ts';

export default class Missing extends LightningElement {
  labels = { text, title, toWorklist };

  handleHome(): void {
    showAddress('/');
  }
}
