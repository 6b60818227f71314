// Send Email (Actions Developer Guide, "Email Simple Actions"): with its own subject and body, without templates.
import { textOf, textsOf, type Action } from './action.ts';

const text = { type: 'text', collection: false, required: false } as const;
const ADDRESS = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

export const simpleEmail: Action = {
  inputs: {
    emailAddresses: text,
    emailAddressesArray: { type: 'text', collection: true, required: false },
    emailSubject: { ...text, required: true },
    emailBody: { ...text, required: true },
    sendRichBody: { type: 'boolean', collection: false, required: false },
    senderType: text,
    senderAddress: text,
    recipientId: text,
    relatedRecordId: text,
  },
  message(input) {
    const listed = (textOf(input('emailAddresses')) ?? '').split(',').map((address) => address.trim());
    const addresses = [...listed.filter((address) => address !== ''), ...textsOf(input('emailAddressesArray'))];
    const [subject, body, recipientId] = [textOf(input('emailSubject')), textOf(input('emailBody')), textOf(input('recipientId'))];
    if (subject === null || body === null) return `Missing required input parameter: ${subject === null ? 'emailSubject' : 'emailBody'}`;
    if (addresses.length === 0 && recipientId === null) return 'The email has no recipients';
    if (addresses.some((address) => !ADDRESS.test(address))) return 'One of the email addresses is invalid';
    return {
      kind: 'email',
      addresses,
      subject,
      body,
      richText: input('sendRichBody') === true,
      senderType: textOf(input('senderType')),
      senderAddress: textOf(input('senderAddress')),
      recipientId,
      relatedRecordId: textOf(input('relatedRecordId')),
    };
  },
};
