// The Metadata API of an org whose metadata is deployed: deployments and retrievals over the same folder.
import type { MetadataService } from '../api/metadata/metadata-service.ts';
import type { DeploymentPlace } from './carry-out.ts';
import { openDeployments } from './deployments.ts';
import { openRetrievals } from './retrievals.ts';

export interface DeployedOrg {
  readonly service: MetadataService;
  /** Where its metadata lies, in source format; empty before the first deployment. */
  readonly source: string;
}

export function openMetadataService(place: DeploymentPlace): DeployedOrg {
  const deployments = openDeployments(place);
  const retrievals = openRetrievals(() => deployments.source);
  const service: MetadataService = {
    deploy: deployments.deploy,
    deployResult: deployments.result,
    retrieve: retrievals.retrieve,
    retrieveResult: retrievals.result,
    list: retrievals.list,
    describe: retrievals.describe,
  };
  return { service, source: deployments.source };
}
