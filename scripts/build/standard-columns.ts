// The names that list views and related lists have for standard fields, as API names.

const COLUMNS: Readonly<Record<string, string>> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  'ACCOUNT.NAME': 'Name',
  'ACCOUNT.ADDRESS1_CITY': 'BillingCity',
  'ACCOUNT.ADDRESS1_ZIP': 'BillingPostalCode',
  'ACCOUNT.ADDRESS1_STREET': 'BillingStreet',
  'ACCOUNT.PHONE1': 'Phone',
  'ACCOUNT.TYPE': 'Type',
  'ACCOUNT.INDUSTRY': 'Industry',
  'CORE.USERS.ALIAS': 'OwnerId',
  'CORE.USERS.FULL_NAME': 'OwnerId',
  'OWNER.ALIAS': 'OwnerId',
  'OWNER.FULL_NAME': 'OwnerId',
  'TASK.SUBJECT': 'Subject',
  'TASK.WHO_NAME': 'WhoId',
  'TASK.DUE_DATE': 'ActivityDate',
  'TASK.STATUS': 'Status',
  'TASK.PRIORITY': 'Priority',
  'TASK.LAST_UPDATE': 'LastModifiedDate',
};

/** A name that is not one of these is an API name already. */
export function standardColumn(name: string): string {
  return COLUMNS[name] ?? name.replace(/^[A-Za-z]+\.([A-Za-z_]+__c)$/, '$1');
}
