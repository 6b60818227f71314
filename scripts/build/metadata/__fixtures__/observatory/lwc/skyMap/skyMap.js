import { LightningElement, api } from 'lwc';
import LANG from '@salesforce/i18n/lang';
import USER from '@salesforce/user/Id';
import SMALL from '@salesforce/client/formFactor';
import KINDS from '@salesforce/schema/Star__c.Kinds__c';
import STAR_NAME from '@salesforce/schema/Task.Star_Name__c';

export default class SkyMap extends LightningElement {
  @api recordId;
  @api flexipageRegionWidth;
  words = { LANG, USER, SMALL, KINDS, STAR_NAME };
}
