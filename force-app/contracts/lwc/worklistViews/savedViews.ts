// Saved views: what is asked of the org, and what becomes of the answer.
import { gql } from 'lightning/graphql';
import type { RecordChange } from 'c/recordBatch';
import { filtersFromText, type WorklistFilters } from 'c/worklistFilter';
import { nodesOf, type Connection, type FieldOf } from 'c/graphAnswer';

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filters: Partial<WorklistFilters>;
  readonly isShared: boolean;
  readonly isDefault: boolean;
  /** Whether the user may change it. */
  readonly isOwn: boolean;
  readonly ownerName: string;
}

interface ViewNode {
  readonly Id: string;
  readonly Name?: FieldOf<string>;
  readonly Filters__c?: FieldOf<string>;
  readonly Is_Shared__c?: FieldOf<boolean>;
  readonly Is_Default__c?: FieldOf<boolean>;
  readonly OwnerId?: FieldOf<string>;
  readonly CreatedBy?: { readonly Name?: FieldOf<string> } | null;
}

export interface ViewsAnswer {
  readonly uiapi?: { readonly query: { readonly Worklist_View__c?: Connection<ViewNode> | null } };
}

/** A user's own views and those that colleagues share. */
export const VIEWS_QUERY = gql`
  query worklistViews($views: Worklist_View__c_Filter) {
    uiapi {
      query {
        Worklist_View__c(where: $views, orderBy: { Name: { order: ASC } }, first: 500) {
          edges {
            node {
              Id
              Name {
                value
              }
              Filters__c {
                value
              }
              Is_Shared__c {
                value
              }
              Is_Default__c {
                value
              }
              OwnerId {
                value
              }
              CreatedBy {
                Name {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

export function viewsVariables(userId: string): object {
  return { views: { or: [{ OwnerId: { eq: userId } }, { Is_Shared__c: { eq: true } }] } };
}

/** Own views first. */
export function savedViews(connection: Connection<ViewNode>, userId: string): readonly SavedView[] {
  const views = nodesOf(connection).map((node) => toView(node, userId));
  return [...views.filter(({ isOwn }) => isOwn), ...views.filter(({ isOwn }) => !isOwn)];
}

function toView(node: ViewNode, userId: string): SavedView {
  const isOwn = node.OwnerId?.value === userId;
  return {
    id: node.Id,
    name: node.Name?.value ?? '',
    filters: filtersFromText(node.Filters__c?.value),
    isShared: node.Is_Shared__c?.value ?? false,
    // the default of a colleague is not the default of this user
    isDefault: isOwn && (node.Is_Default__c?.value ?? false),
    isOwn,
    ownerName: node.CreatedBy?.Name?.value ?? '',
  };
}

export interface ViewFields {
  readonly Name?: string;
  readonly Filters__c?: string;
  readonly Is_Shared__c?: boolean;
  readonly Is_Default__c?: boolean;
}

/** Creates (without id) or changes a view; a new default takes the place of the old one. The view itself comes first. */
export function viewChanges(id: string | undefined, fields: ViewFields, views: readonly SavedView[]): readonly RecordChange[] {
  const object = 'Worklist_View__c';
  const saved: RecordChange = id
    ? { kind: 'update', object, id, fields: { ...fields } }
    : { kind: 'create', object, fields: { ...fields } };
  const others = fields.Is_Default__c ? views.filter((view) => view.isDefault && view.id !== id) : [];
  return [saved, ...others.map((view): RecordChange => ({ kind: 'update', object, id: view.id, fields: { Is_Default__c: false } }))];
}
