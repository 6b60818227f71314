// Thread that builds the components of a staged package, beside the check of its metadata.
import { parentPort, workerData } from 'node:worker_threads';
import { emitComponents } from '../../build/emit-components.ts';

parentPort?.postMessage(emitComponents(String(workerData)).length);
