// Loads history the way the package asks for it: with its automation switched off for whoever loads, and on again afterwards.
import type { Connection } from 'jsforce';

/**
 * Runs the work while the present user has the permission set SME_Automation_Bypass, which is taken away again whatever happens.
 * Flows that only work out fields of the record itself run all the same.
 */
export async function withoutAutomation(connection: Connection, work: () => Promise<void>): Promise<void> {
  const { records } = await connection.query<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'SME_Automation_Bypass'");
  const { user_id: AssigneeId } = await connection.identity();
  const assignment = await connection.sobject('PermissionSetAssignment').create({ PermissionSetId: records[0]?.Id, AssigneeId });
  if (!assignment.success) throw new Error(`SME_Automation_Bypass was not assigned: ${JSON.stringify(assignment.errors)}`);
  try {
    await work();
  } finally {
    await connection.sobject('PermissionSetAssignment').destroy(assignment.id);
  }
}
