// Send Custom Notification (Actions Developer Guide, "Custom Notification Actions").
import { textOf, textsOf, type Action } from './action.ts';

const text = { type: 'text', collection: false, required: true } as const;
const MOST_RECIPIENTS = 500;
const LONGEST_TITLE = 250;
const LONGEST_BODY = 750;

export const customNotification: Action = {
  inputs: {
    customNotifTypeId: text,
    recipientIds: { type: 'text', collection: true, required: true },
    title: text,
    body: text,
    targetId: { ...text, required: false },
  },
  message(input) {
    const typeId = textOf(input('customNotifTypeId'));
    const targetId = textOf(input('targetId'));
    const recipientIds = textsOf(input('recipientIds'));
    const [title, body] = [textOf(input('title')) ?? '', textOf(input('body')) ?? ''];
    if (typeId === null) return 'Missing required input parameter: customNotifTypeId';
    if (recipientIds.length === 0) return 'Missing required input parameter: recipientIds';
    if (title === '' || body === '') return `Missing required input parameter: ${title === '' ? 'title' : 'body'}`;
    if (targetId === null) return 'Missing required input parameter: targetId or targetPageRef';
    if (recipientIds.length > MOST_RECIPIENTS) return `The number of recipients is limited to ${MOST_RECIPIENTS}`;
    if (title.length > LONGEST_TITLE) return `The title is limited to ${LONGEST_TITLE} characters`;
    if (body.length > LONGEST_BODY) return `The body is limited to ${LONGEST_BODY} characters`;
    return { kind: 'notification', typeId, title, body, targetId, recipientIds };
  },
};
