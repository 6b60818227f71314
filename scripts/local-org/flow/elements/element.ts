// How an element of a flow file becomes executable: its compiler fills in the node.
import type { XmlElement } from '../../metadata/metadata-xml.ts';
import type { Node } from '../flow.ts';
import type { FlowBuilder } from '../flow-builder.ts';

/** Gives `node` its `step` or its `bulk`. Throws UnsupportedFlowElement for anything that would not be executed. */
export type ElementCompiler = (builder: FlowBuilder, xml: XmlElement, node: Node) => void;
