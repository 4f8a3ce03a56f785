/** What every route of the service says alike: complaints, and the refusals of a key. */
import { z } from "@hono/zod-openapi";

export const complaint = z.object({
  code: z.string(),
  where: z.string(),
  message: z.string(),
  help: z.string().optional(),
});
export const complaints = z.object({ complaints: z.array(complaint) });

export const json = <Shape extends z.ZodType>(schema: Shape, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

export const refusals = {
  401: json(complaints, "No key, an unknown or an expired one."),
  403: json(complaints, "The key may not do this."),
};
