/** The shape of what `verify --json` prints. */
import { z } from "zod";
import { handoverFaultCodes } from "../model/index.ts";

export const verifyAnswerShape = z
  .strictObject({
    isAsMade: z
      .boolean()
      .describe("No file was changed, added or taken away since the manifest was written."),
    files: z.int().min(0),
    seal: z.string().nullable().describe("SHA-256 of the manifest; null: there is none."),
    faults: z
      .array(
        z.strictObject({
          code: z.enum(handoverFaultCodes),
          path: z.string(),
          line: z.int().min(1).optional(),
        }),
      )
      .readonly(),
  })
  .describe("The answer of `chainbreak verify --json`.");
export type VerifyAnswer = z.infer<typeof verifyAnswerShape>;
