/** Another view of the case one is in: of the founding case, or of somebody of one's own. */
import type { CaseView, Route } from "../app/route.ts";

export const caseRoute = (own: string | undefined, view: CaseView): Route =>
  own === undefined ? { at: "founding", view } : { at: "person", id: own, view };
