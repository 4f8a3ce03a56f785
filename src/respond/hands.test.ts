/** Who does what while the first call is made. */
import { expect, test } from "vitest";
import { answerTo } from "../../test/kit/incidents.ts";
import { readShipped } from "../../test/kit/shipped.ts";

const incident = (helpers: string) =>
  `incident: { at: "2026-11-28T21:30+00:00", region: gb, uses: [EE, Barclays, iPhone], gone: [device.phone], phone: { lock: open } }
helpers: [${helpers}]
`;
const erased = "erased(device.phone)";

test("nobody erases the phone while the number and the money are still to be stopped", () => {
  const shipped = readShipped();
  for (const helpers of ["", "{ id: wife, has: [computer] }, { id: son, has: [laptop] }"]) {
    const { next, then } = answerTo(incident(helpers), shipped);
    const all = [...next, ...then].map(({ action }) => action);
    expect(all).toContain(erased);
    expect(next.map(({ action }) => action)).not.toContain(erased);
    expect(then.at(-1)?.action).toBe(erased);
  }
});
