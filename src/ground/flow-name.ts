/** `institution/flow`, as stories and answers write it. */
import type { Step } from "./grounded.ts";

export const flowName = ({ institution, flow }: Pick<Step, "institution" | "flow">): string =>
  `${institution}/${flow.id}`;
