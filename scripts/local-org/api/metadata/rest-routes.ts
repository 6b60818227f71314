// The Metadata API over REST: `/metadata/deployRequest`, a multipart request with the options as JSON and the zip.
import { ApiError } from '../../../platform/api-error.ts';
import type { Org } from '../../engine/org.ts';
import { malformedRequest, resourceNotFound } from '../errors.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { deployAnswer, deployDetails, NO_TESTS } from './deploy-answer.ts';
import { requireDeployer, userName } from './deployer.ts';
import type { DeployOptions, DeployResult, MetadataService } from './metadata-service.ts';

export function metadataRoutes(service: MetadataService): readonly Route[] {
  return [
    { method: 'POST', path: '/metadata/deployRequest', handle: (request, org) => startDeploy(service, request, org) },
    // how an org without source tracking answers the client's question whether it has it
    { method: 'GET', path: '/tooling/sobjects/SourceMember/describe', handle: noSourceTracking },
    { method: 'GET', path: '/metadata/deployRequest/:id', handle: (request, org) => deployStatus(service, request, org) },
  ];
}

function noSourceTracking(): never {
  throw resourceNotFound();
}

async function startDeploy(service: MetadataService, request: ApiRequest, org: Org): Promise<ApiResponse> {
  requireDeployer(org, request.session);
  const parts = await readParts(request);
  const asked = parts.options['deployOptions'] as Readonly<Record<string, unknown>> | undefined;
  const options: DeployOptions = {
    checkOnly: asked?.['checkOnly'] === true,
    rollbackOnError: asked?.['rollbackOnError'] !== false,
    ignoreWarnings: asked?.['ignoreWarnings'] === true,
    purgeOnDelete: asked?.['purgeOnDelete'] === true,
  };
  const result = service.deploy(parts.zip, options, request.session.userId);
  return { status: 201, json: { id: result.id, deployOptions: asked ?? {}, deployResult: restAnswer(result, org, false) } };
}

function deployStatus(service: MetadataService, request: ApiRequest, org: Org): ApiResponse {
  requireDeployer(org, request.session);
  const result = service.deployResult(request.params['id'] ?? '');
  if (!result) throw resourceNotFound();
  const withDetails = request.query.get('includeDetails') === 'true';
  return { status: 200, json: { id: result.id, deployOptions: result.options, deployResult: restAnswer(result, org, withDetails) } };
}

function restAnswer(result: DeployResult, org: Org, withDetails: boolean): object {
  const answer = deployAnswer(result, userName(org, result.createdById));
  return withDetails ? { ...answer, details: { ...deployDetails(result), runTestResult: NO_TESTS } } : answer;
}

/** The body through the platform's own reader of multipart forms. */
async function readParts(request: ApiRequest): Promise<{ readonly options: Readonly<Record<string, unknown>>; readonly zip: Buffer }> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data/i.test(type)) throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'deployRequest takes multipart/form-data.');
  try {
    const form = await new Response(new Uint8Array(await request.body()), { headers: { 'content-type': type } }).formData();
    const [json, file] = [form.get('json') ?? form.get('entity_content'), form.get('file')];
    if (json === null || file === null || typeof file === 'string') throw malformedRequest('deployRequest needs the parts json and file.');
    const text = typeof json === 'string' ? json : await json.text();
    return { options: JSON.parse(text) as Readonly<Record<string, unknown>>, zip: Buffer.from(await file.arrayBuffer()) };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw malformedRequest(`The multipart body cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
