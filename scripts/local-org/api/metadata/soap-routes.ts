// The Metadata API over SOAP: `/services/Soap/m/VERSION`, where the session stands in the SOAP header.
import { ApiError, notImplemented } from '../../../platform/api-error.ts';
import type { Org, Session } from '../../engine/org.ts';

import { toApiError } from '../respond.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import type { SiteRoute } from '../router.ts';
import type { Sessions } from '../sessions.ts';
import { deployAnswer, deployDetails, NO_TESTS } from './deploy-answer.ts';
import { requireDeployer, userName } from './deployer.ts';
import type { ManifestEntry, MetadataService, RetrieveResult } from './metadata-service.ts';
import {
  answerEnvelope,
  faultEnvelope,
  nodeAt,
  nodesAt,
  readCall,
  textAt,
  textsAt,
  type SoapContent,
  type SoapNode,
} from './soap-envelope.ts';

export interface SoapTools {
  readonly service: MetadataService;
  readonly sessions: () => Sessions;
}

export function soapRoutes({ service, sessions }: SoapTools): readonly SiteRoute[] {
  const handle = async (request: ApiRequest, org: Org): Promise<ApiResponse> => {
    try {
      const call = readCall((await request.body()).toString('utf8'));
      const session = sessions().find({ ...request.headers, authorization: `Bearer ${call.sessionId ?? ''}` });
      requireDeployer(org, session);
      const operation = OPERATIONS[call.operation];
      if (!operation) throw notImplemented(`the Metadata API operation ${call.operation}`);
      return xml(200, answerEnvelope(call.operation, await operation(service, call.body, org, session)));
    } catch (error) {
      const { errorCode, message } =
        error instanceof ApiError
          ? error
          : toApiError(
              error,
              () => 'soap',
              (line) => process.stderr.write(`${line}\n`),
            );
      return xml(500, faultEnvelope(errorCode, message));
    }
  };
  return [{ method: 'POST', path: '/services/Soap/m/:version', open: true, handle }];
}

type Operation = (
  service: MetadataService,
  body: SoapNode,
  org: Org,
  session: Session,
) => SoapContent | Promise<SoapContent | readonly SoapContent[]>;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  deploy(service, body, _org, session) {
    const asked = nodeAt(body, 'DeployOptions') ?? {};
    const zip = Buffer.from(textAt(body, 'ZipFile') ?? '', 'base64');
    const options = {
      checkOnly: textAt(asked, 'checkOnly') === 'true',
      rollbackOnError: textAt(asked, 'rollbackOnError') !== 'false',
      ignoreWarnings: textAt(asked, 'ignoreWarnings') === 'true',
      purgeOnDelete: textAt(asked, 'purgeOnDelete') === 'true',
    };
    const { id } = service.deploy(zip, options, session.userId);
    return { done: false, id, state: 'Queued' };
  },
  checkDeployStatus(service, body, org) {
    const result = service.deployResult(textAt(body, 'asyncProcessId') ?? '');
    if (!result) throw new ApiError(404, 'INVALID_ID_FIELD', 'The id is that of no deployment of this local org since it was started.');
    const answer = deployAnswer(result, userName(org, result.createdById));
    if (textAt(body, 'includeDetails') !== 'true') return answer;
    return { ...answer, details: { ...deployDetails(result), runTestResult: NO_TESTS } };
  },
  retrieve(service, body) {
    // the WSDL names it retrieveRequest, jsforce and with it the sf CLI request
    const request = nodeAt(body, 'retrieveRequest') ?? nodeAt(body, 'request') ?? {};
    if (textsAt(request, 'packageNames').length > 0) throw notImplemented('retrieving packages by name');
    const { id } = service.retrieve(entriesOf(nodeAt(request, 'unpackaged') ?? {}));
    return { done: false, id, state: 'Queued' };
  },
  checkRetrieveStatus(service, body) {
    const result = service.retrieveResult(textAt(body, 'asyncProcessId') ?? '');
    if (!result) throw new ApiError(404, 'INVALID_ID_FIELD', 'The id is that of no retrieval of this local org since it was started.');
    return retrieveAnswer(result, textAt(body, 'includeZip') !== 'false');
  },
  async listMetadata(service, body) {
    const types = nodesAt(body, 'queries').map((query) => textAt(query, 'type') ?? '');
    const found = await Promise.all(types.map((type) => service.list(type)));
    return found.flat().map((one) => ({ ...one, id: '', namespacePrefix: '', manageableState: 'unmanaged' }));
  },
  async describeMetadata(service) {
    const kinds = await service.describe();
    return {
      metadataObjects: kinds.map((kind) => ({ ...kind })),
      organizationNamespace: '',
      partialSaveAllowed: false,
      testRequired: false,
    };
  },
};

function entriesOf(manifest: SoapNode): readonly ManifestEntry[] {
  return nodesAt(manifest, 'types').map((entry) => ({ type: textAt(entry, 'name') ?? '', members: textsAt(entry, 'members') }));
}

function retrieveAnswer({ id, status, errorMessage, zip, files, missing }: RetrieveResult, withZip: boolean): SoapContent {
  return {
    done: status === 'Succeeded' || status === 'Failed',
    errorMessage,
    errorStatusCode: errorMessage === undefined ? undefined : 'UNKNOWN_EXCEPTION',
    fileProperties: files.map((file) => ({ ...file, id: '', manageableState: 'unmanaged' })),
    id,
    messages: missing.map((one) => ({ ...one })),
    status,
    success: status === 'Succeeded',
    zipFile: withZip ? zip?.toString('base64') : undefined,
  };
}

function xml(status: number, text: string): ApiResponse {
  return { status, headers: { 'content-type': 'text/xml;charset=UTF-8' }, text };
}
