// Records of a related list: the children of a record through one relationship, a page at a time.
import { ApiError } from '../../../platform/api-error.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import { namesIn, optionalPaths, requiredPaths } from './field-paths.ts';
import { representRecord, selectedColumns } from './record-representation.ts';
import type { UserInterface } from './ui-request.ts';
import { namedObject, namedRecord, recordNotThere } from './ui-request.ts';

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 1_999;

/** GET /ui-api/related-list-records/{parentId}/{relationship}: fields as `Contact.Name`, `sortBy=Contact.Name` or `-Contact.Name`. */
export function relatedListRecords(request: ApiRequest, ui: UserInterface): ApiResponse {
  const { org, session, schema } = ui;
  const { object: parent, id } = namedRecord(schema, request.params['parentId']);
  const relationship = parent.childRelationship(request.params['relatedListId'] ?? '');
  if (!relationship) throw new ApiError(404, 'NOT_FOUND', `${parent.name} has no related list ${request.params['relatedListId'] ?? ''}`);
  if (org.query(session, `SELECT Id FROM ${parent.name} WHERE Id = '${id}'`).records.length === 0) throw recordNotThere();
  const child = namedObject(schema, relationship.childObject);
  const [required, optional] = [namesIn(request.query.getAll('fields')), namesIn(request.query.getAll('optionalFields'))];
  const paths = [...requiredPaths(schema, child, required), ...optionalPaths(schema, child, optional)];
  const size = wholeNumber(request.query.get('pageSize'), 'pageSize', DEFAULT_PAGE, 1, LARGEST_PAGE);
  const start = wholeNumber(request.query.get('pageToken'), 'pageToken', 0, 0, 2_000);
  const sortBy = namesIn(request.query.getAll('sortBy'));
  const order = sortBy.length === 0 ? '' : ` ORDER BY ${sortBy.map((name) => sortSoql(ui, child, name)).join(', ')}`;
  const soql =
    `SELECT ${selectedColumns(schema, child, paths).join(', ')} FROM ${child.name} WHERE ${relationship.field} = '${id}'${order}` +
    ` LIMIT ${size + 1}${start > 0 ? ` OFFSET ${start}` : ''}`;
  const { records } = org.query(session, soql);
  const shown = records.slice(0, size);
  const url = (token: number): string =>
    `${request.base}/ui-api/related-list-records/${id}/${relationship.relationshipName}?pageToken=${token}&pageSize=${size}`;
  const hasNext = records.length > size;
  return {
    status: 200,
    json: {
      count: shown.length,
      currentPageToken: String(start),
      currentPageUrl: url(start),
      fields: required,
      listReference: {
        inContextOfRecordId: id,
        parentObjectApiName: parent.name,
        relatedListId: relationship.relationshipName,
        type: 'relatedList',
      },
      nextPageToken: hasNext ? String(start + size) : null,
      nextPageUrl: hasNext ? url(start + size) : null,
      optionalFields: optional,
      pageSize: size,
      previousPageToken: start > 0 ? String(Math.max(start - size, 0)) : null,
      previousPageUrl: start > 0 ? url(Math.max(start - size, 0)) : null,
      records: shown.map((record) => representRecord(ui, child, record, paths)),
      sortBy,
    },
  };
}

function sortSoql({ schema }: UserInterface, child: SObjectType, name: string): string {
  const descending = name.startsWith('-');
  const [path = []] = requiredPaths(schema, child, [descending ? name.slice(1) : name]);
  return `${path.join('.')}${descending ? ' DESC' : ''}`;
}

function wholeNumber(text: string | null, parameter: string, absent: number, least: number, most: number): number {
  const number = text === null ? absent : Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new ApiError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', `${parameter} must be between ${least} and ${most} but was ${text}`);
}
