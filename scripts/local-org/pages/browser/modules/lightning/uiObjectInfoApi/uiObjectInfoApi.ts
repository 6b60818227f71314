// lightning/uiObjectInfoApi: what the org knows of its objects; each answer is kept, as it cannot change while a page is open.
import { request } from '../../../request.ts';
import { WiredResource } from '../../../wired-resource.ts';

interface FieldId {
  readonly objectApiName: string;
  readonly fieldApiName: string;
}

const answers = new Map<string, Promise<unknown>>();

function once(path: string): Promise<unknown> {
  const known = answers.get(path);
  if (known) return known;
  const answer = request('GET', path);
  answers.set(path, answer);
  // a failure is not kept: the next component may ask again
  answer.catch(() => answers.delete(path));
  return answer;
}

export class getObjectInfo extends WiredResource<{ readonly objectApiName?: string | { readonly objectApiName: string } }> {
  protected override pathOf({
    objectApiName,
  }: {
    readonly objectApiName?: string | { readonly objectApiName: string };
  }): string | undefined {
    const name = typeof objectApiName === 'object' ? objectApiName.objectApiName : objectApiName;
    return name ? `/ui-api/object-info/${name}` : undefined;
  }
  protected override read(path: string): Promise<unknown> {
    return once(path);
  }
}

export class getPicklistValues extends WiredResource<{ readonly recordTypeId?: string; readonly fieldApiName?: FieldId | string }> {
  protected override pathOf(config: { readonly recordTypeId?: string; readonly fieldApiName?: FieldId | string }): string | undefined {
    const { recordTypeId, fieldApiName } = config;
    if (!recordTypeId || !fieldApiName) return undefined;
    const [object, field] =
      typeof fieldApiName === 'string' ? fieldApiName.split('.') : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
    return `/ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`;
  }
  protected override read(path: string): Promise<unknown> {
    return once(path);
  }
}
