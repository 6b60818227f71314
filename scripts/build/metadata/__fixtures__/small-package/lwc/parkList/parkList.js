import title from '@salesforce/label/c.Park_List_Title';

export const heading = title;
