// Every word about calls that wait for a connection.
import discard from '@salesforce/label/c.Script_Waiting_Discard';
import keep from '@salesforce/label/c.Script_Waiting_Keep';
import open from '@salesforce/label/c.Script_Waiting_Open';
import refused from '@salesforce/label/c.Script_Waiting_Refused';
import send from '@salesforce/label/c.Script_Waiting_Send';
import sent from '@salesforce/label/c.Script_Waiting_Sent';
import sure from '@salesforce/label/c.Script_Waiting_Sure';
import waiting from '@salesforce/label/c.Script_Waiting';

export const LABELS = { discard, keep, open, refused, send, sent, sure, waiting } as const;
