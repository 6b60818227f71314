// `check` and `load`: a file from its plan to its report.
import { join } from 'node:path';
import { newRunId, runsFolder } from '../journal/run-folders.ts';
import type { ImportCommand } from '../plan/arguments.ts';
import { makePlan } from '../plan/import-plan.ts';
import type { Command } from './command.ts';
import { runPlan } from './run-plan.ts';

export const fileCommand: Command = async (context) => {
  const { args, surroundings, known, today, language, ask } = context;
  known.run = { file: args.subject };
  const command = args.command as ImportCommand;
  const plan = await makePlan({ ...args, command }, { today, language, ...(ask && { ask }) });
  const runId = newRunId(surroundings.now(), surroundings.randomText());
  return runPlan(context, { plan, runId, folder: join(runsFolder(surroundings.folder), runId), today });
};
