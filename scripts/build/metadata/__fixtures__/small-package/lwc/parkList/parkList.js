import { LightningElement, api } from 'lwc';
import STATE from '@salesforce/schema/Park__c.State__c';
import title from '@salesforce/label/c.Park_List_Title';

export default class ParkList extends LightningElement {
  @api most = 10;
  heading = title;
  fields = [STATE];
}
