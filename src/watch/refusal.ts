/** What a request is answered that is not served: its complaints, one each, and nothing that a cache may keep. */
import type { z } from "@hono/zod-openapi";
import type { ToldComplaint } from "./judging.ts";

export const notStored = { "Cache-Control": "no-store" };

export function refusal(
  status: number,
  ...complaints: readonly (ToldComplaint | Readonly<Record<string, string>>)[]
): Response {
  const headers = complaints.filter((each): each is Readonly<Record<string, string>> => !("code" in each));
  return Response.json(
    { complaints: complaints.filter((each) => "code" in each) },
    { status, headers: Object.assign({ ...notStored }, ...headers) },
  );
}

export const wrongShape = (error: z.ZodError): readonly ToldComplaint[] =>
  error.issues.slice(0, 20).map((issue) => ({
    code: "watch/wrong-shape",
    where: `request:${issue.path.join(".") || "body"}`,
    message:
      issue.code === "unrecognized_keys"
        ? `unknown key \`${issue.keys.join("`, `")}\``
        : "is not a value of the kind wanted",
    help: "see /openapi.json",
  }));
