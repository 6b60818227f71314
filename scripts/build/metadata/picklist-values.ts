// Values that other files name must be among those of their picklist.
import type { Report } from './check.ts';
import type { PackageField } from './package-model.ts';
import type { SourceFile } from './source-tree.ts';
import type { XmlNode } from './xml-document.ts';

/** Reports a value that a picklist does not list: a fault, or mere advice where the picklist takes others too. `of` is how the file names the field. */
export function checkListed(
  file: SourceFile,
  node: XmlNode,
  value: string,
  field: PackageField | undefined,
  of: string,
  report: Report,
): void {
  if (!field?.values || field.values.includes(value)) return;
  const tell = field.isOpen ? report.advise : report;
  tell(file, node, value, `It is no value of ${of}.`, `Choose one of: ${field.values.join(', ')}.`);
}

/** Values of record types are written as in addresses; what is not stands as it is. */
export function decodedValue(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
